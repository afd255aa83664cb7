"""What an officer sees of the goals of a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.errors import NotFound
from course.goals.evidence import note_evidence, withdraw_evidence
from course.goals.planning import find_board_goal, goal_plan, refuse_closed
from course.goals.setting import carry_over, take_out
from course.people.roles import Role
from tests.learning.world import NOW, World

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store
    from tests.figures.scene import Term

TODAY = NOW.date()


@pytest.fixture
def officer(world: World) -> Actor:
    """Of a board that adopted the set from 2025 on."""
    return world.person(Role.OFFICER, None)


def test_a_plan_tells_what_is_asked_what_was_taken_out_and_what_goes_on_by_itself(
    store: Store, library: Library, officer: Actor
) -> None:
    plan = goal_plan(store, library, officer, TODAY)
    assert (plan.school_year, plan.since, plan.is_open) == (2026, 2025, True)
    assert plan.sets == ()
    take_out(store, officer, 2026, "streng:ouders", NOW)
    plan = goal_plan(store, library, officer, TODAY)
    assert plan.since is None
    assert [one.goal.id for one in plan.goals] == ["streng:profiel", "streng:groepen"]
    assert [one.goal.id for one in plan.taken_out] == ["streng:ouders"]
    assert [one.id for one in plan.sets] == ["streng"], "of which a goal is missing"


def test_a_year_that_has_passed_can_be_read_and_nothing_else(
    store: Store, library: Library, officer: Actor
) -> None:
    plan = goal_plan(store, library, officer, TODAY, 2025)
    assert (len(plan.goals), plan.is_open, plan.sets) == (3, False, ())
    for ask in (lambda: find_board_goal(plan, "streng:profiel"), lambda: refuse_closed(plan)):
        with pytest.raises(NotFound):
            ask()
    refuse_closed(goal_plan(store, library, officer, TODAY, 2027))


def test_the_years_run_from_the_first_goals_to_the_next_school_year(
    store: Store, library: Library, officer: Actor
) -> None:
    carry_over(store, officer, 2027, NOW)
    assert goal_plan(store, library, officer, TODAY, 2027).years == (2025, 2026, 2027)
    for year in (2024, 2028):
        with pytest.raises(NotFound):
            goal_plan(store, library, officer, TODAY, year)


def test_what_schools_noted_this_year_is_counted_by_goal(
    store: Store, library: Library, here: Term, officer: Actor
) -> None:
    for words in ("Een", "Twee"):
        noted = note_evidence(store, here.director, "streng:profiel", None, TODAY, words, NOW)
    withdraw_evidence(store, here.director, noted.id, NOW)
    assert goal_plan(store, library, officer, TODAY).evidence == {"streng:profiel": 1}
    assert goal_plan(store, library, officer, TODAY, 2025).evidence == {}


@pytest.mark.parametrize("role", [Role.PUPIL, Role.TEACHER, Role.DIRECTOR, Role.ADMINISTRATOR])
def test_nobody_but_the_officer_sees_it(store: Store, library: Library, world: World, role: Role) -> None:
    with pytest.raises(NotFound):
        goal_plan(store, library, world.person(role, world.school()), TODAY)


def test_a_plan_takes_three_statements(
    store: Store,
    library: Library,
    officer: Actor,
    statements: Callable[[], AbstractContextManager[list[str]]],
) -> None:
    with statements() as seen:
        goal_plan(store, library, officer, TODAY)
    assert len(seen) == 3


def test_a_goal_that_can_be_changed_is_found(store: Store, library: Library, officer: Actor) -> None:
    plan = goal_plan(store, library, officer, TODAY)
    assert find_board_goal(plan, "streng:profiel").number == 1
    with pytest.raises(NotFound):
        find_board_goal(plan, "streng:niets")
