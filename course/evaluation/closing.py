"""A school year is closed: its last figures and its goals are written down, and from then on stay as they are.

`deelwijs tidy` does it in July, night after night. Where it did not run, the year is closed when the next one begins: by
the step that moves everybody up, or by who looks back first. Once its groups are empty there is nothing left to write.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.calendar import last_day, school_year
from course.enrolment.school_counters import read_counters
from course.figures.snapshots import take_snapshot, take_snapshots, with_snapshot
from course.goals.year_end import keep_goals, with_kept_goals

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from sqlalchemy import Connection

    from course.library import Library
    from course.people.access import School
    from course.store.store import Store

    LibraryOf = Callable[[School], Library]


def write_down(store: Store, library_of: LibraryOf, schools: Iterable[School], today: date) -> int:
    """Write down today's figures of every school, in the last month of a year its goals too; tells of how many."""
    of = tuple(schools)
    close_years(store, library_of, of, today)
    if today.month == last_day(school_year(today)).month:
        for one in of:
            keep_goals(store, library_of(one), one, today, today)
    return take_snapshots(store, library_of, of, today)


def close_years(store: Store, library_of: LibraryOf, schools: Iterable[School], today: date) -> None:
    """Close the school year before this one, at each school at which nobody did and somebody is in a group of it still."""
    of, year = tuple(schools), school_year(today) - 1
    end, ids = last_day(year), [one.id for one in of]
    with store.read() as conn:
        have_figures = with_snapshot(conn, ids, end.replace(day=1))
        have_goals = with_kept_goals(conn, ids, year)
        lacking = [one for one in of if one.id not in have_figures & have_goals]
        still = [one for one in lacking if _has_pupils(conn, one, year)]
    for one in still:
        if one.id not in have_figures:
            take_snapshot(store, library_of(one), one, end, today)
        if one.id not in have_goals:
            keep_goals(store, library_of(one), one, end, today)


def _has_pupils(conn: Connection, school: School, year: int) -> bool:
    """Whether anybody is in a group of a year, so that its figures are still those of then."""
    return any(pupils for *_, pupils in read_counters(conn, school.id, year).sizes)
