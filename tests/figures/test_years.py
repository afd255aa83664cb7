"""A school is shown in the present school year, to its director and to the board alike."""

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


def test_a_school_without_new_groups_shows_none_from_august_on(
    store: Store, library: Library, world: World
) -> None:
    here = term(world, library, 5)
    here.finish(0)
    page = school_page(store, library, here.director, FIRST_DAY)
    assert (page.school_year, page.groups, page.totals) == (2027, (), ())
    (row,) = board_page(store, library, world.person(Role.OFFICER, None), FIRST_DAY).schools
    assert (row.groups, row.pupils) == (0, 0)
