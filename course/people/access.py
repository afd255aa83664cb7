"""Whether an actor's reach covers a place: a school, a group, the board. What each role reaches is data of `roles`.

Everything outside one's reach is answered as if it did not exist, so that a neighbour's numbers tell nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from course.errors import NotFound
from course.people.adoption import in_force
from course.people.roles import Ability, Reach
from course.people.tables import groups, schools

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection

    from course.people.actor import Actor


FEWEST = 5
"""A count of fewer learners could name a child: who doesn't see them by name gets no number."""


@dataclass(frozen=True, slots=True)
class School:
    """A school with the protocol by which it goes: a version's key, or a starting one's id."""

    id: int
    board_id: int
    name: str
    protocol: str
    adopted_on: date


@dataclass(frozen=True, slots=True)
class Group:
    """A group of one school year, with where it belongs."""

    id: int
    school_id: int
    board_id: int
    name: str
    school_year: int


def may(
    actor: Actor,
    ability: Ability,
    *,
    board_id: int,
    school_id: int | None = None,
    group_id: int | None = None,
) -> bool:
    """Whether this person's reach for an ability covers a place; name the place as precisely as it is known."""
    match actor.reach(ability):
        case Reach.OWN_GROUPS:
            return group_id is not None and group_id in actor.group_ids
        case Reach.OWN_SCHOOL:
            return school_id is not None and school_id == actor.school_id
        case Reach.OWN_BOARD:
            return board_id == actor.board_id
        case Reach.OWN_PLACE:
            return board_id == actor.board_id and actor.school_id in {None, school_id}
        case Reach.ONESELF | None:
            return False


def may_see_group(actor: Actor, group: Group, ability: Ability = Ability.GROUP_COUNTS) -> bool:
    """Whether this person may see a group: as counts, or with `Ability.GROUP_NAMES` by name."""
    return may(actor, ability, board_id=group.board_id, school_id=group.school_id, group_id=group.id)


def may_see_school(actor: Actor, school: School, ability: Ability = Ability.SCHOOL_COUNTS) -> bool:
    """Whether this person may see a school: as counts, or with `Ability.STAFF_NAMES` its staff by name."""
    return may(actor, ability, board_id=school.board_id, school_id=school.id)


def may_see_board(actor: Actor) -> bool:
    """Whether this person may see the own board's schools side by side."""
    return may(actor, Ability.BOARD_COUNTS, board_id=actor.board_id)


GROUP = (
    groups.c.id,
    groups.c.school_id,
    schools.c.board_id,
    groups.c.name,
    groups.c.school_year,
)
"""To be selected from groups, join schools; a `Group` in this order."""

SCHOOL = (
    schools.c.id,
    schools.c.board_id,
    schools.c.name,
    in_force().label("protocol"),
    schools.c.adopted_on,
)
"""To be selected with the parameter `today`; a `School` in this order."""

_GROUP = select(*GROUP).join_from(groups, schools).where(groups.c.id == bindparam("id"))
_SCHOOLS = (
    select(*SCHOOL).where(schools.c.board_id == bindparam("board")).order_by(schools.c.name, schools.c.id)
)
_SCHOOL = select(*SCHOOL).where(schools.c.id == bindparam("id"))


def group_in_sight(
    conn: Connection, actor: Actor, group_id: int, ability: Ability = Ability.GROUP_COUNTS
) -> Group:
    """Read a group that this person may see; NotFound for any other, existing or not."""
    row = conn.execute(_GROUP, {"id": group_id}).first()
    group = Group(*row) if row else None
    if group is None or not may_see_group(actor, group, ability):
        raise NotFound("group", str(group_id))
    return group


def school_in_sight(
    conn: Connection, actor: Actor, school_id: int, ability: Ability = Ability.SCHOOL_COUNTS
) -> School:
    """Read a school that this person may see; NotFound for any other, existing or not."""
    row = conn.execute(_SCHOOL, {"id": school_id, "today": actor.today}).first()
    school = School(*row) if row else None
    if school is None or not may_see_school(actor, school, ability):
        raise NotFound("school", str(school_id))
    return school


def schools_in_sight(
    conn: Connection, actor: Actor, ability: Ability = Ability.SCHOOL_COUNTS
) -> tuple[School, ...]:
    """List the schools that this person's ability covers, by name."""
    found = (School(*row) for row in conn.execute(_SCHOOLS, {"board": actor.board_id, "today": actor.today}))
    return tuple(one for one in found if may_see_school(actor, one, ability))
