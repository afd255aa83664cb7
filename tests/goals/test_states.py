"""How far a school is with its goals."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from course.errors import NotFound
from course.goals.evidence import note_evidence, withdraw_evidence
from course.goals.pages import Progress
from course.goals.setting import take_out
from course.goals.states import board_goals, goal_states, progress_of, school_goals
from course.goals.tables import board_goals as asked
from course.people.roles import Role
from tests.figures.scene import term
from tests.learning.world import NOW

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from course.goals.pages import GoalState
    from course.library import Library
    from course.store.store import Store
    from tests.figures.scene import Term
    from tests.learning.world import World

    Statements = Callable[[], AbstractContextManager[list[str]]]

TODAY = NOW.date()


@pytest.mark.parametrize(
    ("met_on", "due", "expected"),
    [
        ([date(2026, 9, 30)], date(2026, 9, 30), Progress.MET),
        ([date(2026, 10, 1)], date(2026, 9, 30), Progress.MET_LATE),
        ([], date(2026, 11, 19), Progress.LATE),
        ([], TODAY, Progress.DUE_SOON),
        ([], TODAY + timedelta(days=28), Progress.DUE_SOON),
        ([], TODAY + timedelta(days=29), Progress.ON_TRACK),
    ],
)
def test_a_goal_is_late_only_after_its_last_day(met_on: list[date], due: date, expected: Progress) -> None:
    assert progress_of(met_on, 1, due, TODAY) is expected


def test_every_goal_tells_until_when_and_how_far(states: Callable[[], tuple[GoalState, ...]]) -> None:
    assert [(one.goal.article, one.due, one.progress, one.count, one.target) for one in states()] == [
        ("profiel", date(2026, 9, 30), Progress.LATE, 0, 1),
        ("ouders", date(2026, 12, 31), Progress.ON_TRACK, 0, 1),
        ("groepen", date(2027, 3, 31), Progress.ON_TRACK, 0, 2),
    ]


def test_at_a_glance_it_is_told_alike_without_naming_groups_and_evidence(
    store: Store, library: Library, here: Term, states: Callable[[], tuple[GoalState, ...]]
) -> None:
    note_evidence(store, here.director, "streng:profiel", None, TODAY, "Open dag", NOW)
    note_evidence(store, here.director, "streng:groepen", here.group, TODAY, "Mediawijsheid", NOW)
    named = states()
    assert goal_states(store, library, here.director, TODAY) == tuple(
        replace(one, groups=(), evidence=()) for one in named
    )
    assert [(one.asked, one.noted) for one in named] == [
        (len(one.groups), len(one.evidence)) for one in named
    ]


def test_an_entry_of_the_school_meets_a_goal_of_the_school(
    store: Store, library: Library, here: Term, states: Callable[[], tuple[GoalState, ...]]
) -> None:
    noted = note_evidence(store, here.director, "streng:profiel", None, TODAY, " Open dag ", NOW)
    assert (noted.words, noted.group, noted.noted_by, noted.withdrawn_at) == ("Open dag", "", "An", None)
    (profile, *_) = states()
    assert (profile.progress, profile.count, profile.evidence) == (Progress.MET_LATE, 1, (noted,))


@pytest.mark.parametrize(
    ("day", "expected"), [(date(2026, 9, 30), Progress.MET), (date(2026, 10, 1), Progress.MET_LATE)]
)
def test_a_goal_that_was_met_after_its_last_day_says_so(
    store: Store,
    library: Library,
    here: Term,
    states: Callable[[], tuple[GoalState, ...]],
    day: date,
    expected: Progress,
) -> None:
    for happened in (TODAY, day):
        note_evidence(store, here.director, "streng:profiel", None, happened, "Open dag", NOW)
    assert states()[0].progress is expected


def test_the_last_group_that_was_needed_tells_whether_a_goal_was_met_in_time(
    store: Store, library: Library, here: Term, world: World
) -> None:
    late = date(2027, 4, 2)
    now = datetime(2027, 4, 2, 9, tzinfo=UTC)
    other, third = (world.group(here.school, name) for name in ("8A", "8B"))

    def note(group: int, day: date) -> Progress:
        note_evidence(store, here.director, "streng:groepen", group, day, f"Op {day}", now)
        return goal_states(store, library, here.director, late)[2].progress

    assert note(here.group, date(2027, 3, 30)) is Progress.LATE
    assert note(here.group, late) is Progress.LATE
    assert note(other, late) is Progress.MET_LATE
    assert note(third, date(2027, 3, 31)) is Progress.MET


def test_a_goal_for_every_group_grows_with_the_groups(
    store: Store,
    library: Library,
    here: Term,
    world: World,
    states: Callable[[], tuple[GoalState, ...]],
) -> None:
    note_evidence(store, here.teacher, "streng:ouders", here.group, TODAY, "Weblog", NOW)
    assert states()[1].progress is Progress.MET
    world.group(here.school, "8A")
    world.group(here.school, "8A oud", year=2025)
    parents = states()[1]
    assert (parents.count, parents.target, parents.progress) == (1, 2, Progress.ON_TRACK)
    assert [(one.name, one.is_met) for one in parents.groups] == [("7B", True), ("8A", False)]


def test_a_group_counts_once_most_of_it_completed_a_module(
    store: Store, library: Library, world: World
) -> None:
    here = term(world, library, 5)
    for pupil in range(2):
        here.finish(pupil)
    assert goal_states(store, library, here.director, TODAY)[2].count == 0
    here.finish(2)
    groups = school_goals(store, library, here.director, TODAY).states[2]
    assert (groups.count, groups.groups[0].is_met) == (1, True)


def test_half_of_a_group_is_not_most_of_it(store: Store, library: Library, world: World) -> None:
    here = term(world, library, 6)
    for pupil in range(3):
        here.finish(pupil)
    assert school_goals(store, library, here.director, TODAY).states[2].groups[0].is_met is False
    here.finish(3)
    assert school_goals(store, library, here.director, TODAY).states[2].groups[0].is_met is True


def test_a_group_of_fewer_than_five_counts_through_evidence_only(
    store: Store, library: Library, world: World
) -> None:
    here = term(world, library, 4)
    for pupil in range(4):
        here.finish(pupil)
    assert school_goals(store, library, here.teacher, TODAY).states[2].groups[0].is_met is False
    note_evidence(store, here.teacher, "streng:groepen", here.group, TODAY, "Een vlog", NOW)
    assert school_goals(store, library, here.teacher, TODAY).states[2].groups[0].is_met is True


def test_a_school_without_groups_has_met_no_goal_of_groups(
    store: Store, library: Library, world: World
) -> None:
    director = world.person(Role.DIRECTOR, world.school())
    assert [one.count for one in goal_states(store, library, director, TODAY)] == [0, 0, 0]
    assert not any(one.progress.is_met for one in goal_states(store, library, director, TODAY))


def test_the_groups_of_a_school_are_told_also_where_no_goal_counts_them(
    store: Store, library: Library, here: Term, world: World
) -> None:
    world.group(here.school, "6C oud", year=2025)
    world.group(here.school, "6A")
    officer = world.person(Role.OFFICER, None)
    for one in ("streng:ouders", "streng:groepen"):
        take_out(store, officer, 2026, one, NOW)
    goals = school_goals(store, library, here.director, TODAY)
    assert [(one.number, one.groups) for one in goals.states] == [(1, ())]
    assert [one.name for one in goals.groups] == ["6A", "7B"]


def test_last_years_entries_do_not_count(store: Store, library: Library, here: Term) -> None:
    note_evidence(store, here.director, "streng:profiel", None, TODAY, "Open dag", NOW)
    following = goal_states(store, library, here.director, date(2027, 8, 1))
    assert (following[0].count, following[0].due, following[0].progress) == (
        0,
        date(2027, 9, 30),
        Progress.ON_TRACK,
    )


def test_an_officer_sees_how_far_each_school_of_the_board_is(
    store: Store, library: Library, here: Term, world: World
) -> None:
    note_evidence(store, here.director, "streng:profiel", None, TODAY, "Ja", NOW)
    states = goal_states(store, library, world.person(Role.OFFICER, None), TODAY, here.school)
    assert states[0].progress.is_met


def test_the_page_of_goals_takes_five_statements_however_long_the_log(
    store: Store, library: Library, here: Term, statements: Statements
) -> None:
    for more in range(3):
        with statements() as seen:
            goal_states(store, library, here.director, TODAY)
        assert len(seen) == 5
        note_evidence(store, here.director, "streng:profiel", None, TODAY, f"Nummer {more}", NOW)


def test_an_officer_sees_every_goal_of_every_school_at_once_without_what_was_written(
    store: Store, library: Library, here: Term, world: World
) -> None:
    there = term(world, library, 6, "De Beuk")
    for pupil in range(4):
        there.finish(pupil)
    note_evidence(store, here.director, "streng:profiel", None, date(2026, 9, 1), "Open dag", NOW)
    gone = note_evidence(store, here.teacher, "streng:ouders", here.group, TODAY, "Weblog", NOW)
    withdraw_evidence(store, here.teacher, gone.id, NOW)
    officer = world.person(Role.OFFICER, None)
    found = board_goals(store, library, officer, TODAY, (here.school, there.school))
    for one in (here, there):
        own = goal_states(store, library, one.director, TODAY)
        assert found[one.school] == tuple(replace(state, evidence=()) for state in own)
    assert [one.count for one in found[here.school]] == [1, 0, 0]
    assert [one.count for one in found[there.school]] == [0, 0, 1]
    for other in (here.director, here.teacher, here.pupils[0]):
        with pytest.raises(NotFound):
            board_goals(store, library, other, TODAY, (here.school,))


def test_the_goals_of_a_board_take_five_statements_however_many_schools(
    store: Store, library: Library, here: Term, world: World, statements: Statements
) -> None:
    officer, schools = world.person(Role.OFFICER, None), [here.school]
    for more in range(3):
        with statements() as seen:
            board_goals(store, library, officer, TODAY, schools)
        assert len(seen) == 5
        schools.append(term(world, library, 5, f"School {more}").school)


def test_a_goal_with_a_rhythm_is_met_by_groups_that_go_on_and_no_more_by_one_that_stopped(
    store: Store, library: Library, here: Term
) -> None:
    with store.write() as conn:
        conn.execute(update(asked).where(asked.c.goal == "streng:ouders").values(rhythm=2))

    def state(day: date) -> tuple[int, bool]:
        found = {one.goal.id: one for one in school_goals(store, library, here.director, day).states}[
            "streng:ouders"
        ]
        return found.count, found.groups[0].is_met

    for days in (14, 0):
        day = NOW - timedelta(days=days)
        note_evidence(store, here.teacher, "streng:ouders", here.group, day.date(), "Een foto", NOW)
        assert state(NOW.date()) == ((0, False) if days else (1, True))
    assert state(NOW.date() + timedelta(days=21)) == (0, False)
