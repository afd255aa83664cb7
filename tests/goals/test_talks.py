"""A talk with the team stands in the logbook once, and counts for the goal that asks for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import update

from course.curriculum.model import Purpose
from course.errors import Invalid, Refused
from course.goals.evidence import withdraw_evidence
from course.goals.logbook import Use, log_use
from course.goals.tables import board_goals
from course.goals.talks import Talk, talks_of, tell_of_talk
from tests.learning.world import NOW

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.goals.pages import GoalState
    from course.store.store import Store
    from tests.figures.scene import Term

TODAY = NOW.date()
TALK = Talk(TODAY, 14, "We beginnen met de klaspagina.")


def test_it_counts_for_the_goal_that_asks_for_it_until_it_is_withdrawn(
    store: Store, here: Term, states: Callable[[], tuple[GoalState, ...]]
) -> None:
    with store.write() as conn:
        asks = update(board_goals).where(board_goals.c.goal == "streng:profiel")
        conn.execute(asks.values(purpose=Purpose.TEAM_TALK.value))
    told = tell_of_talk(store, here.director, TALK, NOW)
    assert {one.goal.id: one.count for one in states()}["streng:profiel"] == 1
    withdraw_evidence(store, here.director, told.id, NOW)
    assert {one.goal.id: one.count for one in states()}["streng:profiel"] == 0
    assert talks_of(store, here.director, TODAY) == ()


def test_told_twice_it_stands_there_once_with_how_many_were_there(store: Store, here: Term) -> None:
    for _ in range(2):
        tell_of_talk(store, here.director, TALK, NOW)
    (kept,) = talks_of(store, here.director, TODAY)
    assert (kept.people, kept.words, kept.group_id) == (14, TALK.outcomes, None)


def test_every_slip_is_told_at_once(store: Store, here: Term) -> None:
    with pytest.raises(Invalid) as wrong:
        tell_of_talk(store, here.director, Talk(TODAY + timedelta(days=1), 0, " "), NOW)
    assert set(wrong.value.fields) == {"happened_on", "people", "words"}
    with pytest.raises(Invalid):
        tell_of_talk(store, here.director, replace(TALK, people=1000), NOW)


def test_only_the_director_tells_and_no_form_of_the_logbook_does(store: Store, here: Term) -> None:
    with pytest.raises(Refused):
        tell_of_talk(store, here.teacher, TALK, NOW)
    with pytest.raises(Invalid):
        log_use(store, here.teacher, Use(Purpose.TEAM_TALK, None, here.group, TODAY, "Gepraat."), NOW)
