"""A part at a time, goals are measured as the page of goals measures them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from course.enrolment import school_counters
from course.goals.evidence import note_evidence, withdraw_evidence
from course.goals.in_parts import asked_of, groups_of, shares_in, stand
from course.goals.states import goal_states, school_goals
from course.people.access import school_in_sight
from tests.learning.world import NOW

if TYPE_CHECKING:
    import pytest

    from course.library import Library
    from course.store.store import Store
    from tests.figures.scene import Term
    from tests.learning.world import World

TODAY = NOW.date()


def test_every_state_and_every_share_is_that_of_the_page(
    store: Store, library: Library, world: World, here: Term, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(school_counters, "_NEXT", school_counters._NEXT.limit(2))
    others = [world.group(here.school, name) for name in ("5A", "6A", "8C")]
    for goal, group, day, words in (
        ("streng:profiel", None, date(2026, 10, 3), "Open dag"),
        ("streng:profiel", others[0], date(2026, 9, 3), "Vlog"),
        ("streng:ouders", others[0], date(2026, 9, 4), "Brief"),
        ("streng:ouders", others[2], TODAY, "Brief"),
        ("streng:ouders", others[2], date(2026, 9, 4), "Brief"),
        ("streng:groepen", here.group, TODAY, "Les"),
    ):
        note_evidence(store, here.director, goal, group, day, words, NOW)
    gone = note_evidence(store, here.director, "streng:groepen", others[1], TODAY, "Weg", NOW)
    withdraw_evidence(store, here.director, gone.id, NOW)
    for pupil in range(3):
        here.finish(pupil)
    with store.read() as conn:
        school = school_in_sight(conn, here.director, here.school)
    asked = asked_of(store, library, school, TODAY)
    assert stand(store, library, school, asked).told() == goal_states(store, library, here.director, TODAY)
    parts = list(groups_of(store, library, school, TODAY))
    assert [len(groups) for groups, _ in parts] == [2, 2]
    for goal, state in zip(
        asked.goals, school_goals(store, library, here.director, TODAY).states, strict=True
    ):
        if goal.goal.measure.counts_groups:
            told = tuple(one for groups, noted in parts for one in shares_in(asked, goal, groups, noted))
            assert told == state.groups
