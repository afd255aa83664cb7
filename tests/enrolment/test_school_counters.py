"""Counters of a school's groups: read in two statements, and the same as long as none of them changes."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from sqlalchemy import insert, update

from course.enrolment.people import add_pupils
from course.enrolment.school_counters import counters_of_board, read_counters
from course.learning.tables import group_progress
from course.people.tables import groups
from tests import builders

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from course.enrolment.school_counters import Counters
    from course.people.access import School
    from course.store.store import Store

    Statements = Callable[[], AbstractContextManager[list[str]]]

NOW = datetime(2026, 11, 3, 9, tzinfo=UTC)
YEAR = builders.SCHOOL_YEAR


def read(store: Store, school: School) -> Counters:
    with store.read() as conn:
        return read_counters(conn, school.id, YEAR)


def with_pupils(store: Store, school: School, *years: str) -> int:
    """A group with a pupil in each of these years who began a module."""
    group = builders.a_group(store, school)
    with store.write() as conn:
        for year in years:
            add_pupils(conn, group, [(f"Sam {year}", builders.PICTURES_HASH)], NOW, year)
            row = {"group_id": group.id, "module": "foto", "year_group": year, "begun": 1, "completed": 0}
            conn.execute(insert(group_progress), row)
    return group.id


def test_sizes_and_counts_are_those_of_the_school_and_the_year(store: Store) -> None:
    school, other = builders.a_school(store), builders.a_school(store)
    group, empty = with_pupils(store, school, "7", "8"), with_pupils(store, school)
    with_pupils(store, other, "7")
    builders.a_group(store, school, school_year=YEAR - 1)
    found = read(store, school)
    assert [(one[0], one[2], one[3]) for one in sorted(found.sizes)] == [
        (group, "7", 1),
        (group, "8", 1),
        (empty, None, 0),
    ]
    assert sorted(found.counts) == [(group, "foto", "7", 1, 0), (group, "foto", "8", 1, 0)]


def test_it_is_the_same_until_a_counter_changes(store: Store) -> None:
    school = builders.a_school(store)
    group = with_pupils(store, school, "7")
    before = read(store, school)
    assert read(store, school) is before
    with store.write() as conn:
        conn.execute(update(group_progress).where(group_progress.c.group_id == group).values(completed=1))
    after = read(store, school)
    assert after is not before
    assert after.counts == ((group, "foto", "7", 1, 1),)
    with store.write() as conn:
        conn.execute(update(groups).where(groups.c.id == group).values(name="Anders"))
    assert read(store, school).sizes == ((group, "Anders", "7", 1),)


def test_a_board_is_read_in_two_statements_and_gives_each_school_what_it_has_alone(
    store: Store, statements: Statements
) -> None:
    board = builders.a_board(store)
    one, two, _without_groups = (builders.a_school(store, board) for _ in range(3))
    elsewhere = builders.a_school(store)
    for school in (one, two, elsewhere):
        with_pupils(store, school, "7", "8")
    with store.read() as conn, statements() as seen:
        found = counters_of_board(conn, board, YEAR)
    assert len(seen) == 2
    alone = {school.id: read(store, school) for school in (one, two)}
    assert {school: (each.sizes, sorted(each.counts)) for school, each in found.items()} == {
        school: (each.sizes, sorted(each.counts)) for school, each in alone.items()
    }
