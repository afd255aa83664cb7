"""A year as a table says what its page says, month by month, and of few nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from course.figures.trend import board_trend, school_trend
from course.people.roles import Role
from course.reports.over_time import trend_table
from course.reports.plain import plain
from tests.figures.scene import term
from tests.learning.world import NOW, World, a_library
from web.catalogs import speech

if TYPE_CHECKING:
    from course.library import Library
    from course.store.store import Store


@pytest.fixture(scope="module")
def library() -> Library:
    return a_library()


def test_each_month_is_a_row_of_its_school_year(store: Store, library: Library) -> None:
    world = World(store)
    here = term(world, library, pupils=6)
    small = world.group(here.school, "8A")
    world.person(Role.PUPIL, here.school, small, name="Mo")
    for day in (date(2026, 7, 3), date(2026, 10, 3)):
        school_trend(store, library, replace(here.director, today=day))
    here.finish(0)
    found = school_trend(store, library, replace(here.director, today=date(2026, 11, 20)), module="kort")
    table = trend_table(found, "nl", NOW, of_board=False)
    rows = plain(table, speech("en"))["rows"]
    whole = [one for one in rows if one["group"] == "All groups"]
    assert [(one["school_year"], one["month"], one["done"], one["to_do"]) for one in whole] == [
        ("2026-2027", "October", 0, 6),
        ("2026-2027", "November", 1, 6),
    ]
    assert [one["done"] for one in rows if one["group"] == "8A"] == [None, None]
    assert all(one["hidden"] for one in rows if one["group"] == "8A")
    assert table.overview().heads == ("October", "November")


def test_a_board_is_told_by_its_schools(store: Store, library: Library) -> None:
    world = World(store)
    here = term(world, library, pupils=6)
    here.begin(0)
    officer = world.person(Role.OFFICER, None, name="Bo")
    found = board_trend(store, lambda _: library, library, officer, "kort")
    rows = plain(trend_table(found, "nl", NOW, of_board=True), speech("en"))["rows"]
    assert {one["school"] for one in rows} == {"All schools", "De Eik"}
    assert {(one["not_begun"], one["busy"], one["done"], one["percent"]) for one in rows} == {(5, 1, 0, 0)}
