"""The figures of a month are written down as they were told, once, and stay whatever becomes of the people."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from course.enrolment.people import erase_person
from course.figures.snapshots import STAFF, WHOLE, all_schools, take_snapshots
from course.figures.tables import snapshot_counts, snapshots
from course.journal.journal import Origin
from course.people.access import FEWEST
from course.people.roles import Role
from course.people.tables import groups
from tests.figures.scene import Term, term
from tests.learning.world import NOW

if TYPE_CHECKING:
    from course.library import Library
    from course.store.store import Store
    from tests.learning.world import World

TODAY = NOW.date()
NEXT_MONTH = date(2026, 12, 3)
Counts = dict[tuple[date, str, int, str], tuple[int, int | None, int | None]]


def take(store: Store, library: Library, today: date = TODAY, *, monthly: bool = False) -> int:
    with store.read() as conn:
        schools = all_schools(conn, today)
    return take_snapshots(store, lambda _: library, schools, today, monthly=monthly)


def kept(store: Store) -> Counts:
    """Everything that is written down, by month, audience, group and module."""
    rows = select(snapshots.c.month_on, snapshot_counts).join_from(snapshots, snapshot_counts)
    with store.read() as conn:
        return {
            (row.month_on, row.audience, row.group_id, row.module): (row.learners, row.begun, row.completed)
            for row in conn.execute(rows)
        }


def of_group(
    here: Term, counts: Counts, month: date = date(2026, 11, 1)
) -> tuple[int, int | None, int | None]:
    return counts[month, "pupil", here.group, "kort"]


def test_a_month_holds_the_counts_of_groups_pupils_and_team(
    store: Store, library: Library, world: World
) -> None:
    here = term(world, library, pupils=6)
    here.finish(0)
    here.begin(1)
    assert take(store, library) == 1
    found = kept(store)
    assert of_group(here, found) == (6, 2, 1)
    assert found[date(2026, 11, 1), "pupil", WHOLE, "kort"] == (6, 2, 1)
    assert all(one[0] == 2 for key, one in found.items() if key[1] == STAFF)


def test_of_a_group_of_fewer_than_five_no_count_is_written_down_and_none_is_in_the_whole(
    store: Store, library: Library, world: World
) -> None:
    """Also where small groups are five and more together: one that grows later would give away the others."""
    here = term(world, library, pupils=6)
    for name in ("8A", "8B"):
        small = world.group(here.school, name)
        for number in range(FEWEST - 1):
            world.person(Role.PUPIL, here.school, small, name=f"{name} {number}")
    take(store, library)
    found = kept(store)
    assert found[date(2026, 11, 1), "pupil", small, "kort"] == (4, None, None)
    assert found[date(2026, 11, 1), "pupil", WHOLE, "kort"] == (6, 0, 0)


def test_the_present_month_is_written_anew_on_a_later_day_and_never_twice_on_one(
    store: Store, library: Library, world: World
) -> None:
    here = term(world, library, pupils=6)
    take(store, library)
    here.finish(0)
    assert take(store, library) == 0
    assert of_group(here, kept(store)) == (6, 0, 0)
    assert take(store, library, TODAY + timedelta(days=1), monthly=True) == 0
    assert take(store, library, TODAY + timedelta(days=1)) == 1
    assert of_group(here, kept(store)) == (6, 1, 1)


def test_a_month_that_is_over_stays_as_it_was_whatever_is_done_erased_or_taken_out(
    store: Store, library: Library, world: World
) -> None:
    here = term(world, library, pupils=6)
    here.finish(0)
    take(store, library)
    before = kept(store)
    here.finish(1)
    with store.write() as conn:
        erase_person(conn, here.pupils[0].person_id, Origin(NOW))
        conn.execute(delete(groups).where(groups.c.id == here.group))
    take(store, library, NEXT_MONTH)
    after = kept(store)
    assert {key: one for key, one in after.items() if key in before} == before
    assert (NEXT_MONTH.replace(day=1), "pupil", here.group, "kort") not in after


def test_a_new_school_year_has_its_own_groups_and_the_old_one_stays(
    store: Store, library: Library, world: World
) -> None:
    here = term(world, library, pupils=6)
    here.finish(0)
    take(store, library, date(2027, 7, 31))
    take(store, library, date(2027, 8, 1))
    found = kept(store)
    assert of_group(here, found, date(2027, 7, 1)) == (6, 1, 1)
    assert not [key for key in found if key[0] == date(2027, 8, 1) and key[1] == "pupil"]
