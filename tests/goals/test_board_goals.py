"""What a board asks of its schools in a year, and what goes on by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from course.errors import NotFound
from course.goals.board_goals import all_goals_of, goal_of, goals_of
from course.goals.evidence import note_evidence
from course.goals.setting import Wanted, change_goal, put_back, take_out
from course.goals.states import board_goals, goal_states
from course.people.roles import Role
from tests.learning.world import NOW, World

if TYPE_CHECKING:
    from course.goals.pages import BoardGoal
    from course.library import Library
    from course.store.store import Store
    from tests.figures.scene import Term

TODAY = NOW.date()


def ids(found: tuple[BoardGoal, ...]) -> list[str]:
    return [one.goal.id for one in found]


def test_a_board_that_adopted_nothing_asks_nothing(
    store: Store, library: Library, here: Term, world: World
) -> None:
    with store.read() as conn:
        assert goals_of(conn, world.board + 1, 2026) == ()
        assert goals_of(conn, world.board, 2024) == (), "before the first goals were set"
    elsewhere = replace(here.director, board_id=world.board + 1)
    assert goal_states(store, library, elsewhere, TODAY) == ()


def test_goals_go_on_by_themselves_until_a_later_year_has_its_own(store: Store, world: World) -> None:
    officer = world.person(Role.OFFICER, None)
    take_out(store, officer, 2026, "streng:ouders", NOW)
    with store.read() as conn:
        assert ids(goals_of(conn, world.board, 2025)) == ["streng:profiel", "streng:ouders", "streng:groepen"]
        for year in (2026, 2027, 2031):
            assert ids(goals_of(conn, world.board, year)) == ["streng:profiel", "streng:groepen"]


def test_a_goal_keeps_its_number_within_a_year_and_the_next_one_has_no_holes(
    store: Store, world: World
) -> None:
    officer = world.person(Role.OFFICER, None)
    take_out(store, officer, 2026, "streng:profiel", NOW)
    with store.read() as conn:
        assert [one.number for one in goals_of(conn, world.board, 2026)] == [2, 3]
        assert [one.number for one in goals_of(conn, world.board, 2027)] == [1, 2]
        assert [one.number for one in all_goals_of(conn, world.board, 2026)] == [1, 2, 3]
    put_back(store, officer, 2026, "streng:profiel", NOW)
    with store.read() as conn:
        assert [one.number for one in goals_of(conn, world.board, 2026)] == [1, 2, 3]


def test_schools_and_officer_see_what_the_board_set(
    store: Store, library: Library, here: Term, world: World
) -> None:
    officer = world.person(Role.OFFICER, None)
    take_out(store, officer, 2026, "streng:ouders", NOW)
    change_goal(store, officer, 2026, "streng:profiel", Wanted(date(2026, 11, 15), 2), 1, NOW)
    states = goal_states(store, library, here.director, TODAY)
    assert [(one.goal.id, one.number, one.due, one.target) for one in states] == [
        ("streng:profiel", 1, date(2026, 11, 15), 2),
        ("streng:groepen", 3, date(2027, 3, 31), 2),
    ]
    assert board_goals(store, library, officer, TODAY, (here.school,))[here.school] == states


def test_nothing_is_noted_for_a_goal_that_is_not_asked_and_what_was_noted_counts_again_once_it_is(
    store: Store, library: Library, here: Term, world: World
) -> None:
    officer = world.person(Role.OFFICER, None)
    note_evidence(store, here.director, "streng:profiel", None, TODAY, "Open dag", NOW)
    take_out(store, officer, 2026, "streng:profiel", NOW)
    with pytest.raises(NotFound):
        note_evidence(store, here.director, "streng:profiel", None, TODAY, "Nog een", NOW)
    put_back(store, officer, 2026, "streng:profiel", NOW)
    assert goal_states(store, library, here.director, TODAY)[0].count == 1


def test_a_goal_is_found_by_its_id_in_a_year(store: Store, world: World) -> None:
    with store.read() as conn:
        assert goal_of(conn, world.board, 2026, "streng:ouders").id == "streng:ouders"
        for board, goal in ((world.board, "streng:niets"), (world.board + 1, "streng:ouders")):
            with pytest.raises(NotFound):
                goal_of(conn, board, 2026, goal)
