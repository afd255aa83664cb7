"""A year is closed once: in July by the nightly command, or when the next one begins."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select

from course.calendar import school_year
from course.evaluation.closing import close_years, write_down
from course.figures.snapshots import all_schools
from course.figures.tables import snapshot_groups, snapshots
from course.goals.tables import kept_goals
from tests.learning.world import NOW

if TYPE_CHECKING:
    from course.library import Library
    from course.store.store import Store
    from tests.figures.scene import Term

JULY, AUGUST = date(2027, 7, 30), date(2027, 8, 20)


def taken(store: Store) -> list[tuple[int, date, date]]:
    """The year, month and day of everything that is written down."""
    rows = select(snapshots.c.school_year, snapshots.c.month_on, snapshots.c.taken_on)
    with store.read() as conn:
        return [tuple(row) for row in conn.execute(rows.order_by(snapshots.c.month_on))]


def goals_on(store: Store) -> set[date]:
    with store.read() as conn:
        return set(conn.execute(select(kept_goals.c.taken_on)).scalars())


def close(store: Store, library: Library, today: date) -> None:
    with store.read() as conn:
        schools = all_schools(conn, today)
    close_years(store, lambda _: library, schools, today)


def down(store: Store, library: Library, today: date) -> int:
    with store.read() as conn:
        schools = all_schools(conn, today)
    return write_down(store, lambda _: library, schools, today)


def test_in_july_goals_are_written_beside_figures_and_in_other_months_they_are_not(
    store: Store, library: Library, here: Term
) -> None:
    assert down(store, library, NOW.date()) == 1
    assert goals_on(store) == set()
    down(store, library, date(2027, 7, 29))
    down(store, library, JULY)
    assert goals_on(store) == {JULY}
    assert taken(store)[-1] == (2026, date(2027, 7, 1), JULY)


def test_a_year_that_nobody_closed_is_closed_when_the_next_begins_and_never_again(
    store: Store, library: Library, here: Term
) -> None:
    close(store, library, AUGUST)
    assert taken(store) == [(2026, date(2027, 7, 1), AUGUST)]
    assert goals_on(store) == {AUGUST}
    close(store, library, date(2027, 9, 3))
    assert taken(store) == [(2026, date(2027, 7, 1), AUGUST)]
    assert goals_on(store) == {AUGUST}
    with store.read() as conn:
        (group,) = conn.execute(select(snapshot_groups)).all()
    assert (group.group_id, group.name, group.pupils) == (here.group, "7B", 6)


def test_what_was_written_in_july_is_not_written_over(store: Store, library: Library, here: Term) -> None:
    down(store, library, JULY)
    here.finish(0)
    close(store, library, AUGUST)
    down(store, library, AUGUST)
    assert [one for one in taken(store) if one[0] == 2026] == [(2026, date(2027, 7, 1), JULY)]
    assert goals_on(store) == {JULY}


def test_a_school_without_groups_of_last_year_has_no_year_to_close(
    store: Store, library: Library, here: Term
) -> None:
    today = NOW.date()
    close(store, library, today)
    assert taken(store) == []
    assert school_year(today) == 2026
