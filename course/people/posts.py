"""The roles that somebody has, told as one chooses among them: what, where, and of which groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, select

from course.calendar import school_day, school_year
from course.people.actor import IN_ROLE
from course.people.roles import Role
from course.people.tables import boards, groups, memberships, roles, schools
from course.people.years import holds, is_present

if TYPE_CHECKING:
    from datetime import datetime

    from course.store.store import Store


@dataclass(frozen=True, slots=True)
class Choice:
    """A role at a place, with the groups of this school year in which somebody has it."""

    role_id: int
    role: Role
    place: str
    """Name of the school, or of the board."""
    groups: tuple[str, ...]


_CHOICES = (
    select(
        roles.c.id,
        roles.c.role,
        schools.c.name.label("school"),
        boards.c.name.label("board"),
        groups.c.name.label("group"),
    )
    .select_from(
        roles.join(boards, boards.c.id == roles.c.board_id)
        .outerjoin(schools, schools.c.id == roles.c.school_id)
        .outerjoin(
            memberships, and_(memberships.c.person_id == roles.c.person_id, IN_ROLE, holds(memberships))
        )
        .outerjoin(
            groups,
            and_(
                groups.c.id == memberships.c.group_id, groups.c.school_id == roles.c.school_id, is_present()
            ),
        )
    )
    .where(roles.c.person_id == bindparam("person"), holds(roles))
    .order_by(schools.c.name, roles.c.id, groups.c.name)
)


def choices_of(store: Store, person_id: int, now: datetime) -> tuple[Choice, ...]:
    """List every role that somebody has today, by school; those for the whole board stand together."""
    today = school_day(now)
    values = {"person": person_id, "today": today, "in_year": school_year(today)}
    with store.read() as conn:
        rows = conn.execute(_CHOICES, values).all()
    found: dict[int, Choice] = {}
    for row in rows:
        before = found.get(row.id)
        named = (*(before.groups if before else ()), *((row.group,) if row.group else ()))
        found[row.id] = Choice(row.id, Role(row.role), row.school or row.board, named)
    return tuple(found.values())
