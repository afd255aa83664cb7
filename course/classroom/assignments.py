"""What a group is to have done by when: a module with a day, given by a teacher of the group."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Integer, and_, bindparam, delete, select

from course.calendar import school_day
from course.classroom.reminders import LASTS
from course.classroom.tables import assignments, work_reminders
from course.errors import Invalid, NotFound
from course.people.access import group_in_sight
from course.people.roles import Ability
from course.people.tables import persons
from course.reading.told import told
from course.store.metadata import Instant
from course.store.upsert import Upsert

if TYPE_CHECKING:
    from collections.abc import Container, Mapping
    from datetime import date, datetime

    from sqlalchemy import Connection

    from course.people.actor import Actor
    from course.store.store import Store

_OF_GROUP = select(assignments.c.module, assignments.c.due_on).where(
    assignments.c.group_id == bindparam("in_group")
)
_OF_GROUPS = (
    select(assignments.c.module, assignments.c.due_on, work_reminders.c.reminded_at, persons.c.name)
    .select_from(
        assignments.outerjoin(
            work_reminders,
            and_(
                work_reminders.c.group_id == assignments.c.group_id,
                work_reminders.c.module == assignments.c.module,
                work_reminders.c.reminded_at > bindparam("since", type_=Instant),
            ),
        ).outerjoin(persons, persons.c.id == work_reminders.c.reminded_by)
    )
    .where(assignments.c.group_id.in_(bindparam("in_groups", type_=Integer, expanding=True)))
    .order_by(assignments.c.module, work_reminders.c.reminded_at)
)
_GIVE = Upsert(
    assignments,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["group_id", "module"],
        set_={"due_on": insert.excluded.due_on, "given_at": insert.excluded.given_at},
    ),
)
_TAKE_BACK = delete(assignments).where(
    assignments.c.group_id == bindparam("in_group"), assignments.c.module == bindparam("of_module")
)


@dataclass(frozen=True, slots=True)
class Given:
    """What a learner was given: by when, and who reminded the group of it last."""

    due_on: date
    reminded_by: str | None = None
    """The name; None where nobody did this week, and empty where who did is there no more."""


def assigned_to(conn: Connection, group_id: int) -> Mapping[str, date]:
    """Give the day of each module that a group was given; the caller has seen to it that the reader may see the group."""
    return {row.module: row.due_on for row in conn.execute(_OF_GROUP, {"in_group": group_id})}


def assigned_among(conn: Connection, actor: Actor, now: datetime) -> Mapping[str, Given]:
    """Give each module that a learner was given, with the first day where two groups were; nothing for staff."""
    if actor.role.is_staff or not actor.group_ids:
        return {}
    rows = conn.execute(_OF_GROUPS, {"in_groups": sorted(actor.group_ids), "since": now - LASTS})
    found: dict[str, Given] = {}
    for module, due_on, reminded_at, name in rows:
        before = found.get(module, Given(due_on))
        reminded_by = before.reminded_by if reminded_at is None else name or ""
        found[module] = Given(min(before.due_on, due_on), reminded_by)
    return found


def assign(
    store: Store,
    actor: Actor,
    group_id: int,
    module: str,
    due_on: date | None,
    known: Container[str],
    now: datetime,
) -> None:
    """Give an own group a module by a day, or move the day; `known` are the modules that there are for it.

    NotFound for another group and for a module that is not for it; Invalid for no day, and for one that has passed.
    """
    with store.write() as conn:
        group_in_sight(conn, actor, group_id, Ability.TEACH)
        if module not in known:
            raise NotFound("module", module)
        if due_on is None or due_on < school_day(now):
            raise Invalid(due_on=told("Give a day from today on."))
        conn.execute(
            _GIVE.on(conn), {"group_id": group_id, "module": module, "due_on": due_on, "given_at": now}
        )


def take_back(store: Store, actor: Actor, group_id: int, module: str) -> None:
    """Take back what an own group was given; nothing happens where it was not."""
    with store.write() as conn:
        group_in_sight(conn, actor, group_id, Ability.TEACH)
        conn.execute(_TAKE_BACK, {"in_group": group_id, "of_module": module})
