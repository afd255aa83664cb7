"""The first page says where somebody is, and what comes next."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert

from course.classroom.tables import assignments, work_reminders
from course.errors import Refused
from course.learning.home import home
from course.learning.pages import NextStep, State
from course.people.roles import Role
from tests.learning.lesson.test_playing import Player
from tests.learning.quiz.test_answering import Sitting
from tests.learning.world import NOW

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from course.learning.pages import ModuleCard
    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store
    from tests.learning.world import World

    Statements = Callable[[], AbstractContextManager[list[str]]]


@pytest.fixture
def card(store: Store, library: Library, pupil: Actor) -> Callable[[str], ModuleCard]:
    def found(module: str) -> ModuleCard:
        return next(one for one in home(store, library, pupil, NOW).modules if one.module.id == module)

    return found


def test_a_pupil_gets_the_own_bands_modules_and_staff_theirs(
    store: Store, library: Library, pupil: Actor, teacher: Actor
) -> None:
    assert [one.module.id for one in home(store, library, pupil, NOW).modules] == ["foto", "kort"]
    assert [one.module.id for one in home(store, library, teacher, NOW).modules] == ["vriend"]
    assert home(store, library, replace(pupil, year_group="11"), NOW).modules == ()


def test_an_officer_has_no_home(store: Store, library: Library, world: World) -> None:
    with pytest.raises(Refused):
        home(store, library, world.person(Role.OFFICER, None), NOW)


def test_a_module_goes_from_lesson_to_quiz_to_endings_to_nothing(
    store: Store, library: Library, pupil: Actor, card: Callable[[str], ModuleCard]
) -> None:
    fresh = card("kort")
    assert (fresh.state, fresh.next, fresh.target) == (State.NOT_BEGUN, NextStep.LESSON, "kort")
    player, sitting = Player(store, library, pupil, "kort"), Sitting(store, library, pupil, "kort")
    player.choose("opname")
    busy = card("kort")
    assert (busy.state, busy.lessons[0].state, busy.lessons[0].endings_found) == (State.BUSY, State.BUSY, 1)
    sitting.answer("b")
    assert (card("kort").quiz.best, card("kort").quiz.passed, card("kort").quiz.attempts) == (0, False, 1)
    sitting.retake()
    sitting.answer("a")
    assert (card("kort").next, card("kort").quiz.best) == (NextStep.LESSON, 100)
    player.again()
    player.choose("stil")
    done = card("kort")
    assert (done.state, done.next, done.lessons[0].endings_total) == (State.DONE, None, 2)


def test_a_completed_lesson_leads_to_the_quiz_and_then_to_endings_not_found(
    store: Store, library: Library, pupil: Actor, card: Callable[[str], ModuleCard]
) -> None:
    Player(store, library, pupil, "kort").choose("stil")
    assert (card("kort").next, card("kort").target) == (NextStep.QUIZ, "kort")
    Sitting(store, library, pupil, "kort").answer("a")
    assert (card("kort").next, card("kort").state) == (NextStep.ENDINGS, State.DONE)


def test_trying_bad_endings_makes_nobody_stuck(
    store: Store, library: Library, pupil: Actor, card: Callable[[str], ModuleCard]
) -> None:
    player = Player(store, library, pupil, "kort")
    for _ in range(5):
        player.choose("opname")
        player.again()
    assert card("kort").state is State.BUSY


def test_three_failed_attempts_make_a_module_stuck_until_the_quiz_is_passed(
    store: Store, library: Library, pupil: Actor, card: Callable[[str], ModuleCard]
) -> None:
    sitting = Sitting(store, library, pupil, "kort")
    for _ in range(3):
        assert card("kort").state is not State.STUCK
        sitting.answer("b")
        sitting.retake()
    assert card("kort").state is State.STUCK
    sitting.answer("a")
    assert card("kort").state is State.BUSY


def test_later_cards_wait_at_home(store: Store, library: Library, pupil: Actor) -> None:
    Player(store, library, pupil).choose("gevraagd", "samen")
    due = home(store, library, pupil, NOW + timedelta(days=8)).due
    assert [(one.lesson.id, one.days) for one in due] == [("foto", 7)]


def give(store: Store, group: int, module: str, days: int) -> None:
    row = {"group_id": group, "module": module, "due_on": NOW.date() + timedelta(days=days), "given_at": NOW}
    with store.write() as conn:
        conn.execute(insert(assignments), row)


def test_what_was_given_stands_first_by_its_day_until_it_is_done(
    store: Store, library: Library, pupil: Actor
) -> None:
    def order() -> list[tuple[str, int | None]]:
        cards = home(store, library, pupil, NOW).modules
        return [(one.module.id, one.due_on and (one.due_on - NOW.date()).days) for one in cards]

    assert order() == [("foto", None), ("kort", None)]
    give(store, pupil.group_ids[0], "kort", 7)
    assert order() == [("kort", 7), ("foto", None)]
    give(store, pupil.group_ids[0], "foto", 3)
    assert order() == [("foto", 3), ("kort", 7)]
    Player(store, library, pupil, "kort").choose("stil")
    Player(store, library, pupil).choose("gevraagd", "samen")
    assert order() == [("foto", 3), ("kort", 7)]
    Sitting(store, library, pupil, "kort").answer("a")
    done = home(store, library, pupil, NOW).modules[-1]
    assert (done.module.id, done.state) == ("kort", State.DONE)


def test_of_what_two_groups_were_given_the_first_day_counts_and_another_groups_does_not(
    store: Store, library: Library, world: World
) -> None:
    school = world.school()
    mine, also, theirs = (world.group(school, name) for name in ("7A", "plus", "7C"))
    pupil = world.person(Role.PUPIL, school, mine, also)
    give(store, mine, "kort", 7)
    give(store, also, "kort", 4)
    give(store, theirs, "foto", 1)
    found = {one.module.id: one.due_on for one in home(store, library, pupil, NOW).modules}
    assert found == {"kort": NOW.date() + timedelta(days=4), "foto": None}


def test_what_a_teacher_waits_for_is_told_until_it_is_done(
    store: Store, library: Library, pupil: Actor
) -> None:
    def waited_for() -> list[tuple[str, str | None]]:
        return [(one.module.id, one.reminded_by) for one in home(store, library, pupil, NOW).reminders]

    give(store, pupil.group_ids[0], "kort", 7)
    give(store, pupil.group_ids[0], "foto", 7)
    assert waited_for() == []
    row = {"group_id": pupil.group_ids[0], "module": "kort", "reminded_at": NOW, "reminded_by": None}
    with store.write() as conn:
        conn.execute(insert(work_reminders), row)
    assert waited_for() == [("kort", "")]
    Player(store, library, pupil, "kort").choose("stil")
    assert waited_for() == [("kort", "")]
    Sitting(store, library, pupil, "kort").answer("a")
    assert waited_for() == []


def test_home_takes_four_statements_however_much_was_done(
    store: Store, library: Library, pupil: Actor, statements: Statements
) -> None:
    for done in range(2):
        with statements() as seen:
            home(store, library, pupil, NOW)
        assert len(seen) == 4
        if not done:
            Player(store, library, pupil).choose("gevraagd", "samen")
            Sitting(store, library, pupil).answer("a", "b", "a")
