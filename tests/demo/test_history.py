"""The demo has months behind it: this year's groups, and last year's schools, with nothing that the course would hide."""

from __future__ import annotations

from datetime import date
from random import Random
from typing import TYPE_CHECKING

from sqlalchemy import select

from course.calendar import school_year
from course.demo.history import fill_history
from course.figures.tables import snapshot_counts, snapshots
from course.people.access import FEWEST
from course.people.roles import Role
from tests.figures.scene import term
from tests.learning.world import World, a_library

if TYPE_CHECKING:
    from course.store.store import Store

TODAY = date(2026, 11, 29)


def test_there_is_a_whole_year_behind_this_one_and_every_month_up_to_today(store: Store) -> None:
    library, world = a_library(), World(store)
    here = term(world, library, pupils=8)
    small = world.group(here.school, "8A")
    world.person(Role.PUPIL, here.school, small, name="Mo")
    for pupil in range(6):
        here.finish(pupil)
    fill_history(store, library, TODAY, Random(7))
    rows = select(snapshots.c.month_on, snapshot_counts).join_from(snapshots, snapshot_counts)
    with store.read() as conn:
        months = conn.execute(select(snapshots.c.month_on).order_by(snapshots.c.month_on)).scalars().all()
        found = conn.execute(rows).all()
    assert (months[0], months[-1], len(months)) == (date(2025, 8, 1), date(2026, 11, 1), 16)
    assert {row.group_id for row in found if school_year(row.month_on) == 2025} == {0}
    assert {row.group_id for row in found if school_year(row.month_on) == 2026} == {0, here.group, small}
    told = [row for row in found if row.completed is not None]
    assert all(0 <= row.completed <= row.begun <= row.learners for row in told)
    assert all(row.completed is None for row in found if row.audience == "pupil" and row.learners < FEWEST)
