"""A school is shown in the year that it lives in, to its director and to the board alike."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from course.figures.boards import board_page
from course.figures.schools import school_page
from course.people.roles import Role
from tests.figures.scene import term

if TYPE_CHECKING:
    from course.library import Library
    from course.store.store import Store
    from tests.learning.world import World

LAST_DAY, FIRST_DAY = date(2027, 7, 31), date(2027, 8, 1)


def test_a_school_turns_to_its_new_groups_on_the_first_of_august(
    store: Store, library: Library, world: World
) -> None:
    here = term(world, library, 5)
    world.group(here.school, "8B", year=2027)
    officer = world.person(Role.OFFICER, None)
    for day, year, names, pupils in ((LAST_DAY, 2026, ["7B"], 5), (FIRST_DAY, 2027, ["8B"], 0)):
        page = school_page(store, library, here.director, day)
        assert (page.school_year, [one.name for one in page.groups]) == (year, names)
        (row,) = board_page(store, library, officer, day).schools
        assert (row.groups, row.pupils) == (1, pupils)


def test_a_school_without_new_groups_keeps_last_years_and_another_does_not_wait_for_it(
    store: Store, library: Library, world: World
) -> None:
    here, there = term(world, library, 5), term(world, library, 6, school="De Linde")
    here.finish(0)
    world.group(there.school, "8A", year=2027)
    page = school_page(store, library, here.director, FIRST_DAY)
    assert (page.school_year, [one.name for one in page.groups]) == (2026, ["7B"])
    eik, linde = board_page(store, library, world.person(Role.OFFICER, None), FIRST_DAY).schools
    assert (eik.groups, eik.pupils, linde.groups, linde.pupils) == (1, 5, 1, 0)
    assert eik.cells == page.totals
