"""What the writing of a new school year keeps: the figures of the year that it closes."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import select

from course.enrolment.rollover import Step, begin_school_year
from course.enrolment.tables import rollovers
from course.journal.journal import Origin
from tests.builders import a_group, a_pupil, a_school

if TYPE_CHECKING:
    from course.store.store import Store


def test_the_counts_of_the_closed_year_are_written_down_as_they_stood(store: Store) -> None:
    school = a_school(store)
    group = a_group(store, school, "7A")
    pupils = [a_pupil(store, group, name) for name in ("Aya", "Bram")]
    steps = [Step(one, name, "7", "8", "8A") for one, name in zip(pupils, ("Aya", "Bram"), strict=True)]
    with store.write() as conn:
        begin_school_year(conn, school, 2026, 2027, steps, Origin(datetime(2027, 8, 20, tzinfo=UTC)))
    with store.read() as conn:
        kept = json.loads(conn.execute(select(rollovers.c.figures)).scalar_one())
    assert kept == [{"id": group.id, "name": "7A", "pupils": {"7": 2}, "modules": []}]
