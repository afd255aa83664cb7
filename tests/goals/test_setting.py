"""A board sets its own goals; what has passed stays as it was, and two officers don't overwrite each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING

import pytest

from course.curriculum.model import Measure, Purpose
from course.errors import Invalid, NotFound, Refused
from course.goals.board_goals import all_goals_of, goals_of
from course.goals.setting import (
    MOST_GOALS,
    Wanted,
    add_goal,
    adopt_set,
    carry_over,
    change_goal,
    put_back,
    take_out,
)
from course.goals.tables import board_goals
from course.people import roster
from course.people.roles import Role
from tests.learning.lesson.test_playing import rows
from tests.learning.world import NOW, World, at_once
from tests.races import meeting_before

if TYPE_CHECKING:
    from course.goals.pages import BoardGoal
    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store

OWN = Wanted(date(2027, 2, 14), 3, "Elke klas praat over appen.", "Wie, wanneer.", Measure.EVIDENCE_GROUPS)


@pytest.fixture
def officer(world: World) -> Actor:
    """Of a board that adopted the set from 2025 on."""
    return world.person(Role.OFFICER, None)


@pytest.fixture
def newcomer(store: Store, world: World) -> Actor:
    """The officer of a board that has no goals."""
    with store.write() as conn:
        board = roster.add_board(conn, "Nieuw")
    return replace(world.person(Role.OFFICER, None), board_id=board)


def asked(store: Store, who: Actor, year: int = 2026) -> list[BoardGoal]:
    with store.read() as conn:
        return [*goals_of(conn, who.board_id, year)]


def test_a_board_adopts_a_set_once_however_often_it_is_sent(
    store: Store, library: Library, newcomer: Actor
) -> None:
    send = partial(adopt_set, store, library, newcomer, 2026, "streng", NOW)
    with meeting_before(store, "INSERT INTO board_goals"):
        assert at_once(send, send) == [None, None]
    found = asked(store, newcomer)
    assert [one.goal for one in found] == [
        replace(one, line=1) for one in library.goal_set("streng").goals.values()
    ]
    assert [(one.number, one.goal_set, one.school_year) for one in found] == [
        (number, "streng", 2026) for number in (1, 2, 3)
    ]
    assert (found[0].changed_by, found[0].changed_at) == ("Sem", NOW)
    assert asked(store, newcomer, 2025) == []


def test_adopting_anew_puts_back_what_was_taken_out(store: Store, library: Library, officer: Actor) -> None:
    take_out(store, officer, 2026, "streng:ouders", NOW)
    adopt_set(store, library, officer, 2026, "streng", NOW)
    assert [one.goal.id for one in asked(store, officer)] == [
        "streng:profiel",
        "streng:ouders",
        "streng:groepen",
    ]


def test_an_unknown_set_is_not_found(store: Store, library: Library, officer: Actor) -> None:
    with pytest.raises(NotFound):
        adopt_set(store, library, officer, 2026, "mild", NOW)


def test_a_board_changes_day_and_number_and_the_years_before_stay_as_they_were(
    store: Store, officer: Actor
) -> None:
    change_goal(store, officer, 2026, "streng:ouders", Wanted(date(2027, 1, 15), 4), 1, NOW)
    now, before, after = (asked(store, officer, year)[1] for year in (2026, 2025, 2027))
    assert (now.goal.due(2026), now.goal.target, now.changed_by) == (date(2027, 1, 15), 4, "Sem")
    assert (before.goal.due(2025), before.goal.target) == (date(2025, 12, 31), 0)
    assert (after.goal.due(2027), after.goal.target) == (date(2028, 1, 15), 4)


def test_the_words_of_an_adopted_goal_are_its_sets(store: Store, officer: Actor) -> None:
    before = asked(store, officer)[0].goal
    sly = Wanted(date(2026, 9, 30), 2, "Iets anders", "Toch", Measure.EVIDENCE_GROUPS)
    change_goal(store, officer, 2026, "streng:profiel", sly, 1, NOW)
    assert asked(store, officer)[0].goal == replace(before, target=2)


def test_a_day_left_alone_stays_the_last_of_its_month(store: Store, officer: Actor) -> None:
    change_goal(store, officer, 2026, "streng:profiel", Wanted(date(2026, 9, 30), 2), 1, NOW)
    assert asked(store, officer)[0].goal.day == 31


def test_a_board_adds_a_goal_of_its_own_once_and_puts_it_in_other_words(store: Store, officer: Actor) -> None:
    first = add_goal(store, officer, 2026, OWN, NOW)
    assert add_goal(store, officer, 2026, OWN, NOW) == first
    (*_, own) = asked(store, officer)
    assert (own.goal.id, own.number, own.is_own) == (first, 4, True)
    assert (own.goal.words.nl, own.goal.words.en, own.goal.due(2026)) == (OWN.words, OWN.words, OWN.due)
    assert (own.goal.measure, own.goal.target, own.goal.protocol) == (Measure.EVIDENCE_GROUPS, 3, "")
    other = replace(OWN, words="Anders", measure=Measure.EVIDENCE_SCHOOL, target=1)
    change_goal(store, officer, 2026, first, other, own.revision, NOW)
    (*_, own) = asked(store, officer)
    assert (own.goal.words.nl, own.goal.measure, own.goal.target) == ("Anders", Measure.EVIDENCE_SCHOOL, 1)


def test_no_own_goal_ever_gets_the_id_of_another(store: Store, officer: Actor) -> None:
    first = add_goal(store, officer, 2026, OWN, NOW)
    take_out(store, officer, 2026, first, NOW)
    next_autumn = datetime(2027, 9, 1, 9, tzinfo=UTC)
    late = replace(OWN, due=date(2028, 2, 14))
    assert add_goal(store, officer, 2027, late, next_autumn) not in {first, None}


def test_a_goal_is_taken_out_and_put_back_as_often_as_one_likes(store: Store, officer: Actor) -> None:
    before = asked(store, officer)
    for _ in range(2):
        take_out(store, officer, 2026, "streng:ouders", NOW)
    assert [one.number for one in asked(store, officer)] == [1, 3]
    assert len(rows(store, board_goals)) == 6, "the rows of 2025 stay beside those of 2026"
    for _ in range(2):
        put_back(store, officer, 2026, "streng:ouders", NOW)
    assert [one.goal for one in asked(store, officer)] == [one.goal for one in before]
    for act in (take_out, put_back):
        with pytest.raises(NotFound):
            act(store, officer, 2026, "streng:niets", NOW)


def test_what_was_carried_over_stays_when_the_year_before_it_changes(store: Store, officer: Actor) -> None:
    for _ in range(2):
        carry_over(store, officer, 2027, NOW)
    take_out(store, officer, 2026, "streng:ouders", NOW)
    assert len(asked(store, officer, 2026)) == 2
    assert len(asked(store, officer, 2027)) == 3
    assert {one.school_year for one in asked(store, officer, 2027)} == {2027}


def test_a_change_for_the_next_year_leaves_this_one_alone(store: Store, officer: Actor) -> None:
    take_out(store, officer, 2027, "streng:profiel", NOW)
    assert len(asked(store, officer, 2026)) == 3
    with store.read() as conn:
        assert len(all_goals_of(conn, officer.board_id, 2027)) == 3


@pytest.mark.parametrize("year", [2024, 2025, 2028])
def test_only_this_school_year_and_the_next_can_be_set(
    store: Store, library: Library, officer: Actor, year: int
) -> None:
    before = rows(store, board_goals)
    for act in (
        partial(adopt_set, store, library, officer, year, "streng"),
        partial(add_goal, store, officer, year, replace(OWN, due=date(year, 9, 1))),
        partial(change_goal, store, officer, year, "streng:profiel", Wanted(date(year, 9, 1), 1), 1),
        partial(take_out, store, officer, year, "streng:profiel"),
        partial(put_back, store, officer, year, "streng:profiel"),
        partial(carry_over, store, officer, year),
    ):
        with pytest.raises(NotFound):
            act(NOW)
    assert rows(store, board_goals) == before


@pytest.mark.parametrize("role", [Role.PUPIL, Role.TEACHER, Role.DIRECTOR, Role.ADMINISTRATOR])
def test_nobody_but_the_officer_sets_goals(store: Store, library: Library, world: World, role: Role) -> None:
    somebody = world.person(role, world.school())
    with pytest.raises(Refused):
        adopt_set(store, library, somebody, 2026, "streng", NOW)
    with pytest.raises(Refused):
        take_out(store, somebody, 2026, "streng:profiel", NOW)


@pytest.mark.parametrize(
    ("field", "changes"),
    [
        ("words", {"words": " \r\n"}),
        ("words", {"words": "x" * 301}),
        ("explanation", {"explanation": "x" * 1001}),
        ("due", {"due": None}),
        ("due", {"due": date(2026, 7, 31)}),
        ("due", {"due": date(2027, 8, 1)}),
        ("measure", {"measure": None}),
        ("target", {"target": None}),
        ("target", {"target": -1}),
        ("target", {"target": 1001}),
        ("target", {"target": 0, "measure": Measure.EVIDENCE_SCHOOL}),
    ],
)
def test_a_slip_in_the_form_is_told_by_its_field_and_nothing_is_set(
    store: Store, officer: Actor, field: str, changes: dict[str, object]
) -> None:
    before = rows(store, board_goals)
    with pytest.raises(Invalid) as slip:
        add_goal(store, officer, 2026, replace(OWN, **changes), NOW)
    assert set(slip.value.fields) == {field}
    assert rows(store, board_goals) == before


def test_there_is_room_for_so_many_goals_and_no_more(store: Store, officer: Actor) -> None:
    for number in range(MOST_GOALS - 3):
        add_goal(store, officer, 2026, replace(OWN, words=f"Doel {number}"), NOW)
    with pytest.raises(Invalid):
        add_goal(store, officer, 2026, replace(OWN, words="Nog een"), NOW)


def test_what_a_colleague_changed_meanwhile_is_not_overwritten(store: Store, officer: Actor) -> None:
    mine, theirs = Wanted(date(2026, 12, 1), 1), Wanted(date(2026, 10, 1), 1)
    change_goal(store, officer, 2026, "streng:profiel", theirs, 1, NOW)
    with pytest.raises(Invalid) as older:
        change_goal(store, officer, 2026, "streng:profiel", mine, 1, NOW)
    assert set(older.value.fields) == {"revision"}
    assert asked(store, officer)[0].goal.due(2026) == theirs.due
    change_goal(store, officer, 2026, "streng:profiel", theirs, 1, NOW)
    change_goal(store, officer, 2026, "streng:profiel", mine, asked(store, officer)[0].revision, NOW)
    assert asked(store, officer)[0].goal.due(2026) == mine.due


def test_a_goal_that_was_taken_out_can_not_be_changed(store: Store, officer: Actor) -> None:
    take_out(store, officer, 2026, "streng:profiel", NOW)
    with pytest.raises(NotFound):
        change_goal(store, officer, 2026, "streng:profiel", Wanted(date(2026, 10, 1), 1), 2, NOW)


def test_an_own_goal_names_a_purpose_and_a_rhythm_that_only_groups_with_evidence_have(
    store: Store, officer: Actor
) -> None:
    first = add_goal(store, officer, 2026, replace(OWN, purpose=Purpose.PARENTS, rhythm=3), NOW)
    (*_, own) = asked(store, officer)
    assert (own.goal.purpose, own.goal.rhythm) == (Purpose.PARENTS, 3)
    other = replace(OWN, measure=Measure.EVIDENCE_SCHOOL, target=1, rhythm=3)
    change_goal(store, officer, 2026, first, other, own.revision, NOW)
    (*_, own) = asked(store, officer)
    assert (own.goal.purpose, own.goal.rhythm) == (None, 0)
    for rhythm in (None, -1, 21):
        with pytest.raises(Invalid) as told:
            add_goal(store, officer, 2026, replace(OWN, words="Nieuw", rhythm=rhythm), NOW)
        assert set(told.value.fields) == {"rhythm"}


def test_the_rhythm_of_an_adopted_goal_is_the_boards_to_change(store: Store, officer: Actor) -> None:
    (_, parents, _) = asked(store, officer)
    wanted = Wanted(parents.goal.due(2026), parents.goal.target, rhythm=4)
    change_goal(store, officer, 2026, parents.goal.id, wanted, parents.revision, NOW)
    assert [one.goal.rhythm for one in asked(store, officer)] == [0, 4, 0]
