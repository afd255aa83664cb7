"""Figures side by side in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.evaluation.pages import Figure, Kind
from course.goals.pages import Progress
from course.reading.words import Words
from tests.learning.world import NOW
from web.evaluation.views import figures_view

if TYPE_CHECKING:
    from flask import Flask

NAMED = Words("Foto", "Photo")


def goal(count: int | None, progress: Progress = Progress.ON_TRACK) -> Figure:
    return Figure(Kind.GOAL, "a", NAMED, count, 4, progress)


@pytest.mark.parametrize(
    ("then", "now", "told", "sign"),
    [(1, 3, "+2", "more"), (3, 1, "−2", "less"), (2, 2, "0", "same"), (None, 2, "–", "")],
)
def test_a_difference_is_told_with_its_sign(
    app: Flask, then: int | None, now: int, told: str, sign: str
) -> None:
    with app.test_request_context():
        view = figures_view([goal(then)], NOW, [goal(now, Progress.MET)], NOW)
    (row,) = view.sections[0].rows
    assert (row.difference, row.sign) == (told, sign)
    assert view.hides is (then is None)


def test_without_an_earlier_one_there_is_no_day_to_name(app: Flask) -> None:
    with app.test_request_context():
        view = figures_view((), None, [Figure(Kind.STAFF, "", Words("", ""), 5, 9)], NOW)
    assert view.then == ""
    assert view.sections[0].rows[0].then == "–"
