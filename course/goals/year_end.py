"""How a school stood with its goals at the end of a school year, written down and kept: see docs/decisions/0037.

In the words of then, as counts and never as what was noted: who is erased, and evidence that goes, leave it as it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, delete, insert, select

from course.calendar import school_year
from course.goals.pages import Progress
from course.goals.states import states_at
from course.goals.tables import kept_goals
from course.people.tables import schools
from course.reading.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sqlalchemy import Connection

    from course.library import Library
    from course.people.access import School
    from course.store.store import Store

_year = kept_goals.c.school_year == bindparam("in_year", type_=Integer)
_of_school = kept_goals.c.school_id == bindparam("in_school", type_=Integer)
_HOLD = select(schools.c.id).where(schools.c.id == bindparam("in_school", type_=Integer)).with_for_update()
_DROP = delete(kept_goals).where(_of_school, _year)
_READ = select(kept_goals).where(_of_school, _year).order_by(kept_goals.c.place, kept_goals.c.goal)
_HAVE = (
    select(kept_goals.c.school_id)
    .where(kept_goals.c.school_id.in_(bindparam("in_schools", expanding=True, type_=Integer)), _year)
    .distinct()
)


@dataclass(frozen=True, slots=True)
class KeptGoal:
    """One goal as it stood."""

    number: int
    """What people called it."""
    words: Words
    progress: Progress
    count: int
    target: int


def keep_goals(store: Store, library: Library, school: School, day: date, taken_on: date) -> None:
    """Write down how a school stands with each goal on a day of the year; what was written of that year before goes."""
    year = school_year(day)
    with store.read() as conn:
        states = states_at(conn, library, school.board_id, school.id, day)
    rows = [
        {
            "school_id": school.id,
            "school_year": year,
            "goal": one.goal.id,
            "place": one.number,
            "words_nl": one.goal.words.nl,
            "words_en": one.goal.words.en,
            "progress": one.progress.value,
            "counted": one.count,
            "target": one.target,
            "taken_on": taken_on,
        }
        for one in states
    ]
    with store.write() as conn:
        conn.execute(_HOLD, {"in_school": school.id}).one()
        conn.execute(_DROP, {"in_school": school.id, "in_year": year})
        if rows:
            conn.execute(insert(kept_goals), rows)


def with_kept_goals(conn: Connection, schools: Iterable[int], year: int) -> frozenset[int]:
    """Tell of which of these schools the goals of a year are written down."""
    return frozenset(conn.execute(_HAVE, {"in_schools": [*schools], "in_year": year}).scalars())


def goals_kept_of(conn: Connection, school_id: int, year: int) -> tuple[KeptGoal, ...]:
    """Read what was written down of a school's goals, in the order of their numbers."""
    rows = conn.execute(_READ, {"in_school": school_id, "in_year": year})
    return tuple(
        KeptGoal(
            row.place, Words(row.words_nl, row.words_en), Progress(row.progress), row.counted, row.target
        )
        for row in rows
    )
