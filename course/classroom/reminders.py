"""A teacher reminds a group of what it was given: who isn't done reads it on the own first page, for a week.

Nothing is kept of who is reminded. Whoever has done it by then isn't, and whoever does it sees the reminder go.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, func, insert, select

from course.classroom.tables import assignments, work_reminders
from course.errors import Refused
from course.people.access import group_in_sight
from course.people.holding import hold
from course.people.roles import Ability
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy import Connection

    from course.people.actor import Actor
    from course.store.store import Store

LASTS = timedelta(days=7)
"""So long a pupil reads it."""
AGAIN_AFTER = timedelta(days=3)
"""A class that is reminded every day reads no reminder any more."""
FRESH = timedelta(hours=1)
"""So long it can be taken back."""

_mine = (
    work_reminders.c.group_id == bindparam("in_group"),
    work_reminders.c.module == bindparam("of_module"),
)
_HOLD = (
    select(assignments.c.module)
    .where(assignments.c.group_id == bindparam("in_group"), assignments.c.module == bindparam("of_module"))
    .with_for_update()
)
_LAST = select(func.max(work_reminders.c.reminded_at)).where(*_mine)
_OF_GROUP = (
    select(work_reminders.c.module, func.max(work_reminders.c.reminded_at).label("at"))
    .where(work_reminders.c.group_id == bindparam("in_group"))
    .group_by(work_reminders.c.module)
)
_REMIND = insert(work_reminders)
_TAKE_BACK = delete(work_reminders).where(*_mine, work_reminders.c.reminded_at == bindparam("last"))
_TIDY = delete(work_reminders).where(*_mine, work_reminders.c.reminded_at <= bindparam("before"))


def reminded_of(conn: Connection, group_id: int) -> Mapping[str, datetime]:
    """Tell when a group was last reminded of each module; the caller has seen to it that the reader may see the group."""
    return {row.module: row.at for row in conn.execute(_OF_GROUP, {"in_group": group_id})}


def may_remind(last: datetime | None, now: datetime) -> bool:
    """Whether enough days went by since the last time."""
    return last is None or now - last >= AGAIN_AFTER


def is_fresh(last: datetime | None, now: datetime) -> bool:
    """Whether it can still be taken back."""
    return last is not None and now - last <= FRESH


def remind(store: Store, actor: Actor, group_id: int, module: str, now: datetime) -> None:
    """Remind an own group of a module that it was given; Refused for what it was not, and within three days."""
    with store.write() as conn:
        last = _held(conn, actor, group_id, module)
        if not may_remind(last, now):
            raise Refused(told("The group was reminded of this less than three days ago."))
        values = {"in_group": group_id, "of_module": module, "before": now - LASTS}
        conn.execute(_TIDY, values)
        row = {"group_id": group_id, "module": module, "reminded_at": now, "reminded_by": actor.person_id}
        conn.execute(_REMIND, row)


def take_back_reminder(store: Store, actor: Actor, group_id: int, module: str, now: datetime) -> None:
    """Take the last reminder back, as if it had never been; Refused for one that isn't fresh any more."""
    with store.write() as conn:
        last = _held(conn, actor, group_id, module)
        if not is_fresh(last, now):
            raise Refused(told("A reminder can be taken back within an hour."))
        conn.execute(_TAKE_BACK, {"in_group": group_id, "of_module": module, "last": last})


def _held(conn: Connection, actor: Actor, group_id: int, module: str) -> datetime | None:
    """Give when the group was last reminded, with nobody else reminding it meanwhile."""
    group_in_sight(conn, actor, group_id, Ability.TEACH)
    hold(conn, [actor.person_id])
    wanted = {"in_group": group_id, "of_module": module}
    if conn.execute(_HOLD, wanted).first() is None:
        raise Refused(told("The group was not given this, or no longer."))
    last: datetime | None = conn.execute(_LAST, wanted).scalar()
    return last
