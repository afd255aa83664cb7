"""What a pupil's answer adds to the counters of the own groups.

A group counts today's members, each under the own year; both are read in the transaction of the answer, which holds the
person (`people.holding`), for they may have changed since the page was drawn. `enrolment.counters` does so alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import Integer, String, bindparam, func, select

from course.learning.tables import group_progress
from course.people.tables import memberships, persons
from course.people.years import IS_PUPIL_NOW
from course.store.upsert import Upsert

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from course.store.upsert import Insert

OWN_YEAR = func.coalesce(persons.c.year_group, "").label("year_group")
"""Under which year somebody is counted; empty for who has none."""
COUNTED = ("group_id", "module", "year_group", "begun", "completed")

_person = bindparam("person", type_=Integer)
_MINE = (
    select(
        memberships.c.group_id,
        bindparam("in_module", type_=String),
        OWN_YEAR,
        bindparam("more_begun", type_=Integer),
        bindparam("more_completed", type_=Integer),
    )
    .join_from(memberships, persons, persons.c.id == memberships.c.person_id)
    .where(memberships.c.person_id == _person, IS_PUPIL_NOW)
    .order_by(memberships.c.group_id)
)


def _adding(insert: Insert) -> Insert:
    return insert.on_conflict_do_update(
        index_elements=["group_id", "module", "year_group"],
        set_={
            "begun": group_progress.c.begun + insert.excluded.begun,
            "completed": group_progress.c.completed + insert.excluded.completed,
        },
    )


ADD_PROGRESS = Upsert(group_progress, _adding)
_COUNT = Upsert(group_progress, lambda insert: _adding(insert.from_select(COUNTED, _MINE)))


def count(
    conn: Connection, person_id: int, module: str, *, begun: bool = False, completed: bool = False
) -> None:
    """Count in the learner's groups who began or completed a module; who is a pupil in none is counted nowhere.

    The learner is held by then, from before the first row of the answer was written.
    """
    values = {"person": person_id, "in_module": module}
    conn.execute(_COUNT.on(conn), {**values, "more_begun": int(begun), "more_completed": int(completed)})
