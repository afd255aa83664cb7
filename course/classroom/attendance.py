"""Who has come in: the pupils of a group while its class session stands open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, func, select

from course.classroom.class_sessions import Tile
from course.people.access import group_in_sight
from course.people.roles import Ability, InGroup
from course.people.tables import class_sessions, memberships, persons, sign_ins
from course.people.years import holds
from course.store.metadata import Instant

if TYPE_CHECKING:
    from datetime import datetime

    from course.people.actor import Actor
    from course.store.store import Store


@dataclass(frozen=True, slots=True)
class Attendance:
    """A group's pupils by name, parted by whether they are signed in."""

    inside: tuple[Tile, ...]
    outside: tuple[Tile, ...]


_now = bindparam("now", type_=Instant)
_INSIDE = (
    select(persons.c.id, persons.c.name, func.count(class_sessions.c.id).label("doors"))
    .select_from(
        memberships.join(persons, persons.c.id == memberships.c.person_id)
        .outerjoin(sign_ins, and_(sign_ins.c.person_id == persons.c.id, sign_ins.c.expires_at > _now))
        .outerjoin(
            class_sessions,
            and_(
                class_sessions.c.id == sign_ins.c.class_session_id,
                class_sessions.c.group_id == memberships.c.group_id,
                class_sessions.c.closed_at.is_(None),
            ),
        )
    )
    .where(
        memberships.c.group_id == bindparam("in_group"),
        memberships.c.role == InGroup.PUPIL.value,
        holds(memberships),
    )
    .group_by(persons.c.id, persons.c.name, persons.c.sort_key)
    .order_by(persons.c.sort_key, persons.c.id)
)


def attendance(store: Store, actor: Actor, group_id: int, now: datetime) -> Attendance:
    """Read who of an own group is in, and who not yet; NotFound for anybody else's group."""
    with store.read() as conn:
        group_in_sight(conn, actor, group_id, Ability.GROUP_NAMES)
        values = {"in_group": group_id, "now": now, "today": actor.today}
        rows = conn.execute(_INSIDE, values).all()
    return Attendance(
        inside=tuple(Tile(row.id, row.name) for row in rows if row.doors),
        outside=tuple(Tile(row.id, row.name) for row in rows if not row.doors),
    )
