"""The learning line says whose each part is, and each framework's name once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.curriculum.model import FrameworkItem
from course.reading.words import Words
from course.teaching.line import learning_line
from web.modules.line import goals_by_framework, stretch_in_words

if TYPE_CHECKING:
    from flask import Flask

    from course.library import Library


def test_every_part_is_said_as_a_dutch_school_does(app: Flask, library: Library) -> None:
    with app.test_request_context("/", headers={"Accept-Language": "nl"}):
        said = [stretch_in_words(one) for one in learning_line(library, "kom-leren")]
    assert said[:5] == ["groep 5", "groep 6", "groep 7", "groep 8", "klas 1"]
    assert said[-3:] == ["Het hele team", "Directeuren en teamleiders", "Ouders, zonder account"]


def test_a_framework_is_named_once_before_its_goals() -> None:
    words = Words("x", "x")
    goals = [FrameworkItem(one, words) for one in ("slo:po:24A", "slo:po:24B", "digcomp:2.2")]
    assert goals_by_framework(goals) == ("SLO 24A, 24B", "DigComp 2.2")
    assert goals_by_framework([]) == ()
