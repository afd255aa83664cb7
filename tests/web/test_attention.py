"""A director reads in one sentence what asks attention now: every case of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from course.curriculum.model import Goal, Measure, Module
from course.figures.pages import GroupRow
from course.figures.rows import completion
from course.goals.pages import GoalState, GroupShare, Progress
from course.norms.model import Audience
from course.reading.words import Words
from web.director.attention import attention
from web.display.goals import GoalCard

if TYPE_CHECKING:
    from flask import Flask

WORDS = Words("", "")
MODULE = Module("foto", WORDS, WORDS, Audience.PUPIL, ("po-7-8",), (), "foto", "")
NOTHING = "Er is nu niets wat je aandacht vraagt."


@pytest.fixture(autouse=True)
def _in_dutch(app: Flask):
    with app.test_request_context():
        yield


def group(name: str, done: int, begun: int, pupils: int = 25) -> GroupRow:
    return GroupRow(1, name, "po-7-8", pupils, (None, completion(MODULE, pupils, begun, done)))


def goal(
    number: int,
    progress: Progress,
    count: int = 0,
    target: int = 1,
    groups: int = 0,
    *,
    countable: bool = True,
) -> GoalCard:
    measure = Measure.EVIDENCE_GROUPS if groups else Measure.EVIDENCE_SCHOOL
    one = Goal(f"x:{number}", "x", str(number), WORDS, WORDS, 12, measure, target)
    shares = tuple(GroupShare(place, str(place), is_met=False) for place in range(groups))
    state = GoalState(one, number, progress, date(2026, 12, 31), count, target, shares, ())
    return GoalCard(state, f"Doel {number}", "", "", "31 december 2026", "", countable, (), (), "")


DONE = group("Groep 6", 20, 25)


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        ([], "Er zijn in dit schooljaar nog geen groepen."),
        ([DONE], NOTHING),
        ([DONE, group("Groep 8", 0, 0)], "Groep 8 is nog niet begonnen."),
        ([group("Groep 7", 0, 0), group("Groep 8", 0, 0)], "2 groepen zijn nog niet begonnen."),
        ([DONE, group("Groep 8", 3, 20)], "Groep 8 is net begonnen (3 van 25)."),
        (
            [group("Groep 7", 5, 20), group("Groep 8", 3, 20)],
            "2 groepen zijn net begonnen, Groep 8 als laatste (3 van 25).",
        ),
        ([group("Groep 7", 3, 20), group("Groep 8", 0, 0)], "Groep 8 is nog niet begonnen."),
        ([group("Groep 8", 7, 20)], NOTHING),
        ([group("Klein", 0, 0, pupils=4)], NOTHING),
        ([group("Leeg", 0, 0, pupils=0)], NOTHING),
        ([GroupRow(1, "Groep 1", "po-1-2", 25, (None,))], NOTHING),
    ],
)
def test_the_group_that_is_furthest_behind_is_named(groups: list[GroupRow], said: str) -> None:
    assert attention(groups, []) == said


@pytest.mark.parametrize(
    ("goals", "said"),
    [
        ([], NOTHING),
        ([goal(1, Progress.MET), goal(2, Progress.MET_LATE)], NOTHING),
        (
            [goal(1, Progress.LATE), goal(2, Progress.DUE_SOON)],
            "De datum van Doel 1 (31 december 2026) is voorbij.",
        ),
        ([goal(1, Progress.LATE), goal(2, Progress.LATE)], "Van 2 doelen is de datum voorbij."),
        (
            [goal(2, Progress.ON_TRACK, 1, 3, groups=3), goal(3, Progress.ON_TRACK)],
            "Doel 2 uiterlijk 31 december 2026: nog 2 groepen.",
        ),
        ([goal(2, Progress.DUE_SOON, 2, 3, groups=3)], "Doel 2 uiterlijk 31 december 2026: nog 1 groep."),
        ([goal(4, Progress.ON_TRACK)], "Doel 4 uiterlijk 31 december 2026: nog 1 bewijs."),
        ([goal(2, Progress.LATE, countable=False)], NOTHING),
    ],
)
def test_the_goal_that_is_next_is_named(goals: list[GoalCard], said: str) -> None:
    assert attention([DONE], goals) == said


def test_group_and_goal_stand_in_one_line() -> None:
    said = attention([group("Groep 8", 3, 20)], [goal(2, Progress.ON_TRACK, 1, 3, groups=3)])
    assert said == "Groep 8 is net begonnen (3 van 25). Doel 2 uiterlijk 31 december 2026: nog 2 groepen."


def test_a_school_without_groups_is_still_told_of_its_own_goals() -> None:
    said = attention([], [goal(2, Progress.LATE, countable=False), goal(4, Progress.LATE)])
    assert (
        said
        == "Er zijn in dit schooljaar nog geen groepen. De datum van Doel 4 (31 december 2026) is voorbij."
    )
