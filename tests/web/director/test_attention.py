"""A director reads line by line what asks attention now, and each line leads on: every case of it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from course.curriculum.model import Goal, Measure, Module
from course.enrolment.school_counters import Counters
from course.figures.pages import GapCounts, GroupRow, SchoolPage
from course.figures.rows import completion, plain_completion
from course.goals.pages import GoalState, Progress
from course.norms.model import Audience
from course.people.access import School
from course.reading.words import Words
from web.director.attention import Upkeep, attention
from web.display.goals import GoalCard

if TYPE_CHECKING:
    from flask import Flask

WORDS = Words("", "")
MODULE = Module("foto", Words("Mag deze foto?", "May I?"), WORDS, Audience.PUPIL, ("po-7-8",), (), "foto", "")
NOTHING = ""


@pytest.fixture(autouse=True)
def _in_dutch(app: Flask):
    with app.test_request_context():
        yield


def group(name: str, done: int, begun: int, pupils: int = 25) -> GroupRow:
    return GroupRow(1, name, pupils, (None, completion(MODULE, pupils, begun, done)))


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
    state = GoalState(one, number, progress, date(2026, 12, 31), count, target, groups, 0)
    return GoalCard(state, f"Doel {number}", "", "", "31 december 2026", "", "", countable, (), (), "")


def said_of(
    groups: list[GroupRow],
    goals: list[GoalCard],
    staff_left: int = 0,
    law: int | None = None,
    upkeep: Upkeep | None = None,
) -> list[tuple[str, str]]:
    """What is said and where it leads, of a school with a team of five."""
    page = SchoolPage(
        School(1, 1, "De Eik", "kom-leren", None),
        2026,
        Counters((), ()),
        (MODULE,),
        tuple(groups),
        (),
        staff=5,
        staff_done=5 - staff_left,
        staff_totals=(plain_completion(MODULE, 5, 5, 5 - staff_left),),
        gaps=None if law is None else GapCounts(law, 0),
    )
    return [(one.words, one.url) for one in attention(page, goals, upkeep or Upkeep())]


def told(*given: object) -> str:
    return " ".join(words for words, _url in said_of(*given))


DONE = group("Groep 6", 20, 25)


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        ([], "Er zijn in dit schooljaar nog geen groepen."),
        ([DONE], NOTHING),
        ([DONE, group("Groep 8", 0, 0)], "Groep 8 is nog niet begonnen."),
        ([group("Groep 7", 0, 0), group("Groep 8", 0, 0)], "2 groepen zijn nog niet begonnen."),
        ([DONE, group("Groep 8", 3, 20)], "In Groep 8 hebben 3 van de 25 leerlingen ‘Mag deze foto?’ af."),
        ([DONE, group("Groep 8", 1, 20)], "In Groep 8 heeft 1 van de 25 leerlingen ‘Mag deze foto?’ af."),
        ([DONE, group("Groep 8", 0, 20)], "In Groep 8 heeft nog niemand een module af."),
        (
            [group("Groep 7", 5, 20), group("Groep 8", 3, 20)],
            "In 2 groepen heeft nog geen kwart dezelfde module af; Groep 8 is het minst ver (3 van 25).",
        ),
        ([group("Groep 7", 3, 20), group("Groep 8", 0, 0)], "Groep 8 is nog niet begonnen."),
        ([group("Groep 8", 7, 20)], NOTHING),
        ([group("Klein", 0, 0, pupils=4)], NOTHING),
        ([group("Leeg", 0, 0, pupils=0)], NOTHING),
        ([GroupRow(1, "Groep 1", 25, (None,))], NOTHING),
    ],
)
def test_the_group_that_is_furthest_behind_is_named(groups: list[GroupRow], said: str) -> None:
    assert told(groups, []) == said


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
    assert told([DONE], goals) == said


def test_the_group_stands_before_the_goal() -> None:
    said = told([group("Groep 8", 3, 20)], [goal(2, Progress.ON_TRACK, 1, 3, groups=3)])
    assert said == (
        "In Groep 8 hebben 3 van de 25 leerlingen ‘Mag deze foto?’ af. "
        "Doel 2 uiterlijk 31 december 2026: nog 2 groepen."
    )


def test_a_school_without_groups_is_still_told_of_its_own_goals() -> None:
    said = told([], [goal(2, Progress.LATE, countable=False), goal(4, Progress.LATE)])
    assert (
        said
        == "Er zijn in dit schooljaar nog geen groepen. De datum van Doel 4 (31 december 2026) is voorbij."
    )


def test_the_team_and_the_law_come_last() -> None:
    said = said_of([DONE], [], 2, 8)
    assert said == [
        ("2 collega’s zijn nog niet klaar met de scholing.", "/director/staff"),
        ("Op 8 punten vraagt de wet meer dan je protocol.", "/director/gaps"),
    ]
    assert said_of([DONE], [], 0, 0) == []


def test_what_a_school_keeps_up_itself_is_named_before_the_law() -> None:
    said = said_of([DONE], [], 0, 1, Upkeep(1, has_contacts=False, overdue_since="1 november 2026"))
    assert said == [
        ("1 collega moet het protocol nog bevestigen.", "/rules/confirmed/team"),
        ("Leerlingen zien nog niet bij wie ze op jullie school terechtkunnen.", "/schools/1/contacts"),
        ("Jullie protocol zou op 1 november 2026 opnieuw bekeken worden.", "/protocols/"),
        ("Op 1 punt vraagt de wet meer dan je protocol.", "/director/gaps"),
    ]


def test_every_line_leads_to_where_one_can_do_something() -> None:
    one, several = [group("Groep 8", 0, 0)], [group("Groep 7", 0, 0), group("Groep 8", 0, 0)]
    assert said_of(one, [])[0][1] == "/director/groups/1"
    assert said_of(several, [])[0][1] == "/director/#groups"
    assert said_of([DONE], [goal(1, Progress.LATE)])[0][1] == "/goals/x:1"
    assert said_of([DONE], [goal(1, Progress.LATE), goal(2, Progress.LATE)])[0][1] == "/goals/"
