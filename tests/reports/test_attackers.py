"""Who looks with a director's or an officer's eyes after every answer, for a year, learns of no child."""

from __future__ import annotations

from collections import defaultdict
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from course.figures.boards import board_page
from course.figures.groups import group_figures
from course.figures.rules import rule_shares
from course.figures.schools import group_counts, school_page
from course.people.access import FEWEST
from course.people.roles import Role
from course.reports.drawing import board_table, school_table
from course.reports.plain import plain
from tests.figures.scene import Term, term
from tests.figures.test_rules import library  # noqa: F401 - the fixture
from tests.learning.world import NOW, World
from web.catalogs import speech

if TYPE_CHECKING:
    from course.library import Library
    from course.reports.table import Table
    from course.store.store import Store

SMALL, LARGE = FEWEST - 1, 9


@pytest.fixture
def here(store: Store, library: Library) -> Term:  # noqa: F811 - the fixture
    """A school with a group of nine, and one of four."""
    world = World(store)
    large = term(world, library, pupils=LARGE, protocol="regels")
    group = world.group(large.school, "8B")
    for number in range(SMALL):
        world.person(Role.PUPIL, large.school, group, name=f"pupil 9{number}", protocol="regels")
    return large


def rows(table: Table) -> list[dict[str, Any]]:
    return list(plain(table, speech("en"))["rows"])


def of_school(here: Term, library: Library) -> list[dict[str, Any]]:  # noqa: F811
    return rows(school_table(school_page(here.world.store, library, here.director, NOW.date()), "nl", NOW))


@pytest.mark.parametrize("seed", range(3))
def test_nothing_that_leaves_names_a_pupil_or_counts_a_group_of_fewer_than_five(
    here: Term,
    library: Library,  # noqa: F811
    seed: int,
) -> None:
    dice = Random(seed)
    order = list(range(LARGE))
    dice.shuffle(order)
    officer = here.world.person(Role.OFFICER, None, name="Bo")
    for pupil in order:
        dice.choice((here.begin, here.finish, here.get_stuck))(pupil)
        school = of_school(here, library)
        board = rows(
            board_table(
                board_page(here.world.store, library, officer, NOW.date()),
                library.norms.protocols,
                "nl",
                NOW,
            )
        )
        assert "pupil" not in repr((school, board))
        assert "stuck" not in repr((school, board)).casefold()
        assert all(one["done"] is None for one in school if one["group"] == "8B")
        _total_has_no_small_rest(school)


def _total_has_no_small_rest(school: list[dict[str, Any]]) -> None:
    """Who takes the groups that are shown from the total has nobody left, or five and more."""
    by_module: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for one in school:
        if one["for"] == "Pupils":
            by_module[one["module"]].append(one)
    for found in by_module.values():
        (total,) = [one for one in found if one["group"] == "All groups"]
        shown = [one for one in found if one is not total and one["done"] is not None]
        if total["done"] is not None:
            rest = total["people"] - sum(one["people"] for one in shown)
            assert rest == 0 or rest >= FEWEST


@pytest.mark.parametrize("seed", range(3))
def test_how_pupils_chose_moves_by_five_first_choices_or_not_at_all(
    here: Term,
    library: Library,  # noqa: F811
    seed: int,
) -> None:
    """Also where the teacher looks after every child, and right after the year has turned."""
    dice = Random(seed)
    seen: object = ()
    last = 0
    for number in range(LARGE):
        dice.choice((here.begin, here.finish))(number)
        group_figures(here.world.store, library, here.teacher, here.group)
        now = rule_shares(here.world.store, library, here.director, NOW.date())
        if now != seen:
            assert number + 1 - last >= FEWEST
            seen, last = now, number + 1
    next_year = NOW.date() + timedelta(days=365)
    assert rule_shares(here.world.store, library, here.director, next_year) == ()


def test_a_director_never_reads_how_many_of_a_group_are_stuck(here: Term, library: Library) -> None:  # noqa: F811
    for pupil in range(1, LARGE):
        here.begin(pupil)
    here.get_stuck(0)
    counted = group_counts(here.world.store, library, here.director, here.group).modules
    (short,) = [one for one in counted if one.module.id == "kort"]
    assert (short.not_begun.value, short.busy.value, short.done.value) == (0, LARGE, 0)
