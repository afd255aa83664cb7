"""A place lies inside its picture, or it is told."""

from __future__ import annotations

import pytest

from course.scenario.read import read_lesson
from tests.scenario.lessons import FRONT


@pytest.mark.parametrize(
    ("place", "lies"),
    [
        ("0 0 100 100", True),
        ("100 0 1 1", False),
        ("99 99 1 1", True),
        ("10 10 0 5", False),
        ("10 10 5", False),
        ("-1 10 5 5", False),
    ],
)
def test_a_place_lies_within_its_picture(place, lies):
    text = f"## start\n\n::: spots\n![Een bord vol woorden](bord.svg)\n\n- {place}: Hier.\n- 1 1 5 5: Daar.\n:::\n"
    lesson, problems = read_lesson(FRONT.format(band="po-7-8") + text, "lessons/les/nl.md", "les")
    assert lesson is not None
    assert len(lesson.start.pieces[0].spots) == (2 if lies else 1)
    assert [one.code for one in problems] == ([] if lies else ["bad-place"])
