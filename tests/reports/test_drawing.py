"""Reports say what the pages say, on both databases, recounted from the raw rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import text

from course.figures.boards import board_page
from course.figures.groups import group_page
from course.figures.schools import school_page, staff_page
from course.people.roles import Role
from course.reports.drawing import board_table, group_table, school_table, staff_table
from course.reports.plain import plain
from course.rulebooks.attesting import signers_of
from tests.figures.scene import Term, term
from tests.learning.world import NOW, World, a_library
from web.catalogs import speech

if TYPE_CHECKING:
    from typing import Any

    from course.library import Library
    from course.store.store import Store

RAW = text(
    "SELECT count(*), sum(CASE WHEN p.person_id IS NULL THEN 1 ELSE 0 END),"
    " sum(CASE WHEN p.completed_at IS NOT NULL THEN 1 ELSE 0 END)"
    " FROM memberships m LEFT JOIN progress p ON p.person_id = m.person_id AND p.module = 'kort'"
    " WHERE m.group_id = :group AND m.role = 'pupil' AND m.until_on IS NULL"
)


@pytest.fixture(scope="module")
def library() -> Library:
    return a_library()


@pytest.fixture
def here(store: Store, library: Library) -> Term:
    found = term(World(store), library)
    for pupil in range(3):
        found.finish(pupil)
    found.begin(3)
    found.get_stuck(4)
    return found


def rows(table: Any) -> list[dict[str, Any]]:
    return list(plain(table, speech("en"))["rows"])


def test_a_schools_figures_are_those_of_the_raw_rows(here: Term, library: Library) -> None:
    page = school_page(here.world.store, library, here.director, NOW.date())
    found = next(one for one in rows(school_table(page, "nl", NOW)) if one["group"] == "7B" and one["done"])
    with here.world.store.read() as conn:
        people, not_begun, done = conn.execute(RAW, {"group": here.group}).one()
    assert (people, not_begun, done) == (8, 3, 3)
    told = (found["people"], found["not_begun"], found["busy"], found["done"], found["percent"])
    assert told == (people, not_begun, people - not_begun - done, done, 37)


def test_of_a_group_of_fewer_than_five_no_report_tells_a_number(store: Store, library: Library) -> None:
    small = term(World(store), library, pupils=4)
    small.finish(0)
    page = school_page(store, library, small.director, NOW.date())
    told = [one for one in rows(school_table(page, "nl", NOW)) if one["for"] == "Pupils"]
    assert told
    assert all(one["done"] is one["busy"] is one["not_begun"] is one["percent"] is None for one in told)


def test_a_boards_figures_are_its_schools(here: Term, library: Library) -> None:
    officer = here.world.person(Role.OFFICER, None, name="Bo")
    table = board_table(
        board_page(here.world.store, library, officer, NOW.date()), library.norms.protocols, "nl", NOW
    )
    page = school_page(here.world.store, library, here.director, NOW.date())
    own = [one for one in rows(school_table(page, "nl", NOW)) if one["group"] == "All groups"]
    told = {one["module"]: one["done"] for one in rows(table) if one["for"] == "Pupils"}
    assert told == {one["module"]: one["done"] for one in own}


def test_a_teacher_gets_the_own_group_by_name(here: Term, library: Library) -> None:
    page = group_page(here.world.store, library, here.teacher, here.group, NOW)
    found = rows(group_table(page, "nl", NOW))
    states = {one["name"]: one["state"] for one in found if one["best"] is not None}
    assert states["pupil 00"] == "Done"
    assert states["pupil 04"] == "Stuck"
    assert {one["name"] for one in found} == {f"pupil {n:02}" for n in range(8)}


def test_a_director_gets_the_team_by_name_without_what_the_quiz_brought(here: Term, library: Library) -> None:
    page = staff_page(here.world.store, library, here.director)
    signers = signers_of(here.world.store, library, here.director)
    table = staff_table(page, signers, "De Eik", "nl", NOW)
    assert {one["name"] for one in rows(table)} == {"Jo", "An"}
    assert "best" not in [one.key for one in table.columns]
