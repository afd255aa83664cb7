"""A closed year is put in words: what was not met by then was not met."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from course.evaluation.closed_years import ClosedGroup, ClosedModule, ClosedYear
from course.figures.trend import Point
from course.goals.pages import Progress
from course.goals.year_end import KeptGoal
from course.people.access import School
from course.reading.words import Words
from web.display.closed_year import closed_year_view

if TYPE_CHECKING:
    from flask import Flask

DAY = date(2027, 7, 31)
MODULE = ClosedModule("kort", Words("Kort", "Short"))


def goal(number: int, progress: Progress) -> KeptGoal:
    return KeptGoal(number, Words("Ouders horen iets", "Parents hear something"), progress, 1, 2)


def test_groups_team_and_goals_are_told_in_words(app: Flask) -> None:
    few, told = Point(DAY, 4, None, None), Point(DAY, 20, 18, 16)
    found = ClosedYear(
        School(1, 1, "De Eik", "streng", DAY),
        2026,
        DAY,
        2,
        24,
        1,
        (MODULE,),
        (ClosedGroup("7B", 20, (told,)), ClosedGroup("8A", None, (few,)), ClosedGroup("Plus", 3, (None,))),
        (told,),
        (MODULE,),
        (told,),
        (goal(1, Progress.MET), goal(2, Progress.MET_LATE), goal(3, Progress.DUE_SOON)),
    )
    with app.test_request_context("/"):
        view = closed_year_view(found, "/reports/years/2026", [("2025–2026", "/director/years/2025")])
    assert (view.year, view.day, view.met) == ("2026–2027", "31 juli 2027", "2 van 3 gehaald")
    assert view.facts == ("2 groepen", "24 leerlingen", "1 medewerker")
    full, small, none = (row.cells[0] for row in view.rows)
    assert full is not None
    assert (full.text, full.beside) == ("80%", "16 van 20")
    assert small is not None
    assert small.is_hidden
    assert none is None
    assert [row.pupils for row in view.rows] == ["20", "–", "3"]
    assert [one.word for one in view.goals] == ["Gehaald", "Gehaald, na de datum", "Niet gehaald"]
    assert [one.sign for one in view.goals] == ["met", "met", "late"]
    assert view.hides
