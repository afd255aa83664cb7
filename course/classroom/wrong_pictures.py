"""What a teacher is told of wrong pictures, and how a pupil who has to wait for them is let try again without new cards."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from course.classroom.class_sessions import Tile, current_class_session
from course.classroom.sign_in import CLASS, PUPIL, class_key
from course.errors import NotFound
from course.journal import journal
from course.journal.journal import Entry, Event
from course.people.access import group_in_sight
from course.people.rate_limits import forget_tries, grant, lifted_key, pupil_key, tries_of, wrong_tries
from course.people.roles import Ability, InGroup
from course.people.tables import memberships
from course.people.years import holds

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from course.classroom.class_sessions import ClassSession
    from course.people.actor import Actor
    from course.store.store import Store

LIFTED_FOR = timedelta(minutes=10)
"""So long what others try in the class holds up nobody whom the teacher let try again."""


@dataclass(frozen=True, slots=True)
class WrongPictures:
    """What a teacher should know of an own group."""

    pupils: tuple[Tile, ...]
    whole_class: bool
    """Whether so many were tried at so many names that everybody has to wait."""


_IN_GROUP = select(memberships.c.person_id).where(
    memberships.c.group_id == bindparam("in_group"),
    memberships.c.role == InGroup.PUPIL.value,
    holds(memberships),
)


def wrong_pictures(
    store: Store, names: Mapping[int, str], session: ClassSession | None, now: datetime
) -> WrongPictures:
    """Tell at whom of these pupils, named by id, so many wrong pictures were tried that the next try waits.

    Nobody while no lesson is open. The caller has seen to it that these pupils may be seen by name.
    """
    if session is None:
        return WrongPictures((), whole_class=False)
    keys = [class_key(session.id), *map(pupil_key, names)]
    with store.read() as conn:
        tries = wrong_tries(conn, keys, now)
    often = (one for one in names if tries.get(pupil_key(one), 0) >= PUPIL.free)
    return WrongPictures(
        tuple(Tile(one, names[one]) for one in often),
        whole_class=tries.get(class_key(session.id), 0) >= CLASS.free,
    )


def let_try_again(store: Store, actor: Actor, group_id: int, person_id: int | None, now: datetime) -> None:
    """End the wait of a pupil of an own group, or of the whole class, without new pictures.

    NotFound for anybody else's group, and for who is no pupil of it.
    """
    with store.read() as conn:
        group = group_in_sight(conn, actor, group_id, Ability.TEACH)
        pupils = set(conn.execute(_IN_GROUP, {"in_group": group_id, "today": actor.today}).scalars())
        session = current_class_session(conn, group_id, now)
    if person_id is not None and person_id not in pupils:
        raise NotFound("pupil", str(person_id))
    entry = Entry(
        now, Event.LET_TRY_AGAIN, actor.person_id, person_id, group.board_id, group.school_id, group_id
    )
    with store.write() as conn:
        if person_id is None:
            forget_tries(conn, [class_key(session.id)] if session else [])
        else:
            forget_tries(conn, tries_of([person_id]))
            grant(conn, lifted_key(person_id), now + LIFTED_FOR, now)
        journal.write(conn, entry)
