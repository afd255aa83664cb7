"""A closed year as a table says what its page says, and of few nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from course.evaluation.closed_years import closed_year
from course.people.roles import Role
from course.reports.closed_years import closed_year_table
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


def test_groups_all_together_and_the_team_are_told_and_a_small_group_by_its_size_alone(
    store: Store, library: Library
) -> None:
    world = World(store)
    here = term(world, library, pupils=6)
    small = world.group(here.school, "8A")
    world.person(Role.PUPIL, here.school, small, name="Mo")
    here.finish(0)
    found = closed_year(store, library, replace(here.director, today=date(2027, 8, 20)), 2026)
    told = plain(closed_year_table(found, "nl", NOW, of_board=False), speech("en"))
    assert told["title"] == "De Eik, school year 2026-2027"
    rows = {(one["group"], one["module"]): one for one in told["rows"]}
    short = next(words for _, words in rows if words.startswith("kort"))
    counts = ("people", "not_begun", "busy", "done", "percent")
    assert [rows["7B", short][one] for one in counts] == [6, 5, 0, 1, 16]
    assert [rows["8A", short][one] for one in counts] == [1, None, None, None, None]
    assert rows["All groups", short]["done"] == 1
    assert {one["for"] for one in told["rows"] if one["group"] == "Team"} == {"Team"}
    officer = world.person(Role.OFFICER, None, name="Bo")
    found = closed_year(
        store, library, replace(officer, today=date(2027, 8, 20)), 2026, school_id=here.school
    )
    of_school = plain(closed_year_table(found, "nl", NOW, of_board=True), speech("en"))
    assert {one["group"] for one in of_school["rows"]} == {"All groups", "Team"}
