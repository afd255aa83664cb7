"""Revision 0010 makes the counters anew from the rows that they count, whatever they had come to say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.enrolment.recount import all_schools, differences
from course.store.migrate import downgrade, upgrade
from course.store.store import Store
from tests.store.test_people_with_roles import ADDED, fill, put, rows

if TYPE_CHECKING:
    from collections.abc import Iterator

BEFORE, AFTER = "0009", "0010"


@pytest.fixture(params=["0004", BEFORE])
def old(request: pytest.FixtureRequest, empty_url: str) -> Iterator[Store]:
    """A database as commit d41893f left it, and the same one a revision before: with counters that had drifted."""
    store = Store.open(empty_url)
    upgrade(store, "0004")
    with store.write() as conn:
        fill(conn)
        for person in (1, 4):
            done = {"completed_at": ADDED} if person == 4 else {}
            put(
                conn, "progress", person_id=person, module="mag-deze-foto", started_at=ADDED, touched_at=ADDED,
                best=90, **done,
            )  # fmt: skip
        put(conn, "group_progress", group_id=3, module="mag-deze-foto", begun=12, completed=9)
    if request.param == BEFORE:
        upgrade(store, BEFORE)
    yield store
    store.close()


def test_counters_are_those_of_todays_members_by_their_own_year(old: Store) -> None:
    upgrade(old, AFTER)
    assert rows(
        old, "SELECT group_id, module, year_group, begun, completed FROM group_progress ORDER BY 1"
    ) == [(1, "mag-deze-foto", "7", 3, 1)]
    assert rows(old, "SELECT group_id, year_group, pupils FROM group_sizes ORDER BY 1") == [
        (1, "7", 5), (3, "8", 1),
    ]  # fmt: skip


def test_nothing_differs_in_the_newest_tables(old: Store) -> None:
    upgrade(old)
    with old.read() as conn:
        assert [differences(conn, school) for school in all_schools(conn)] == [(), ()]


def test_it_goes_back_to_counters_without_years(old: Store) -> None:
    upgrade(old, AFTER)
    downgrade(old, BEFORE)
    assert rows(old, "SELECT group_id, module, begun, completed FROM group_progress") == [
        (1, "mag-deze-foto", 3, 1)
    ]
    upgrade(old, AFTER)
