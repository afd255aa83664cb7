"""What a goal asks, in words that an officer reads."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from course.curriculum.model import Measure
from course.goals.pages import BoardGoal
from tests.builders import NOW, the_five
from web.board_goals.views import goal_line, year_name

if TYPE_CHECKING:
    from flask import Flask

(GOAL, *_) = the_five().goals.values()
ONE = BoardGoal(GOAL, 3, "kom-leren", 2026, 1, "Jo de Wit", NOW, None)


@pytest.mark.parametrize(
    ("measure", "target", "said"),
    [
        (Measure.EVIDENCE_SCHOOL, 1, "Elke school noteert minstens 1 bewijs."),
        (Measure.EVIDENCE_SCHOOL, 3, "Elke school noteert minstens 3 bewijzen."),
        (Measure.EVIDENCE_GROUPS, 0, "Voor elke groep is er bewijs genoteerd."),
        (Measure.EVIDENCE_GROUPS, 1, "Voor minstens 1 groep is er bewijs genoteerd."),
        (Measure.EVIDENCE_GROUPS, 2, "Voor minstens 2 groepen is er bewijs genoteerd."),
        (
            Measure.GROUPS_COMPLETED,
            0,
            "In elke groep rondden de meeste leerlingen een module af, of er is bewijs genoteerd.",
        ),
        (
            Measure.GROUPS_COMPLETED,
            2,
            "In minstens 2 groepen rondden de meeste leerlingen een module af, of er is bewijs genoteerd.",
        ),
    ],
)
def test_a_goal_says_what_is_counted_and_how_much_of_it(
    app: Flask, measure: Measure, target: int, said: str
) -> None:
    with app.test_request_context():
        asked = replace(ONE, goal=replace(GOAL, measure=measure, target=target))
        assert goal_line(asked, 2026).asks == said


def test_a_goal_tells_its_day_its_evidence_and_who_changed_it(app: Flask) -> None:
    with app.test_request_context():
        line = goal_line(ONE, 2026, 12)
        assert (line.name, line.due, line.noted) == ("Doel 3", "30 september 2026", "12 bewijzen genoteerd")
        assert line.changed == "Gewijzigd door Jo de Wit op 20 november 2026"
        assert "een oud-collega" in goal_line(replace(ONE, changed_by=""), 2026).changed
        assert goal_line(replace(ONE, changed_at=None), 2026).changed == ""
        assert goal_line(ONE, 2026).noted == ""


def test_a_school_year_has_the_name_of_two_years() -> None:
    assert year_name(2026) == "2026–2027"
