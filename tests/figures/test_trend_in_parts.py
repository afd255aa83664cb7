"""A part at a time, a year is told as the page over the year tells it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from course.figures import trend_in_parts
from course.figures.snapshots import PUPIL, STAFF
from course.figures.trend import school_trend
from course.figures.trend_in_parts import groups_over_time, how_many_group_parts, wholes
from course.people.access import school_in_sight
from course.people.roles import Role
from tests.figures.scene import term
from tests.learning.world import NOW

if TYPE_CHECKING:
    from course.library import Library
    from course.store.store import Store
    from tests.learning.world import World

TODAY = NOW.date()


@pytest.mark.parametrize("module", ["", "kort"])
def test_every_line_is_that_of_the_page(
    store: Store, library: Library, world: World, module: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(trend_in_parts, "_NEXT", trend_in_parts._NEXT.limit(2))
    here = term(world, library, pupils=6)
    for name, pupils in (("5A", 6), ("8B", 3)):
        group = world.group(here.school, name)
        for number in range(pupils):
            world.person(Role.PUPIL, here.school, group, name=f"{name} {number}")
    for pupil, day in enumerate((date(2026, 5, 3), date(2026, 10, 3))):
        school_trend(store, library, replace(here.director, today=day))
        here.finish(pupil)
    page = school_trend(store, library, here.director, module=module)
    with store.read() as conn:
        school = school_in_sight(conn, here.director, here.school)
    wanted = module or None
    whole = {
        one.audience: one.line.points
        for one in wholes(store, library, school, TODAY, 1)
        if (one.module.id if one.module else None) == wanted
    }
    assert whole[PUPIL] == page.pupils.points
    assert whole.get(STAFF, {}) == page.team.points
    parts = list(groups_over_time(store, library, school, TODAY, 1))
    assert len(parts) == 2
    told = [one for part in parts for one in part if (one.module.id if one.module else None) == wanted]
    assert {one.group_id: one.line for one in told} == {one.id: one for one in page.parts}
    assert how_many_group_parts(store, school, TODAY) == 1


def test_of_a_team_of_fewer_than_five_an_officer_is_told_nothing(
    store: Store, library: Library, world: World
) -> None:
    here = term(world, library)
    school_trend(store, library, here.director)
    with store.read() as conn:
        school = school_in_sight(conn, here.director, here.school)
    team = [one for one in wholes(store, library, school, TODAY, 5) if one.audience == STAFF]
    assert team
    assert all(point.completed is None for one in team for point in one.line.points.values())
