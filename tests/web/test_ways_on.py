"""Every error has a way on, and inside a lesson or a quiz that way leads back into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.conftest import Visitor
from tests.web.page import Page

if TYPE_CHECKING:
    from flask import Flask
    from werkzeug.test import TestResponse

    from tests.web.conftest import Clock
    from tests.web.town import Town

LESSON, QUIZ = "/learn/lessons/mag-deze-foto", "/learn/quizzes/mag-deze-foto"


def way_on(answer: TestResponse) -> str:
    """Where the button of an error leads."""
    return next(
        attrs["href"]
        for tag, attrs in Page(answer.text).tags
        if tag == "a" and attrs.get("class") == "button"
    )


@pytest.mark.parametrize(
    ("path", "data", "way"),
    [
        (f"{LESSON}/choices", {}, LESSON),
        (f"{LESSON}/choices", {"step": "0", "choice": "none"}, LESSON),
        (f"{LESSON}/back", {"step": "0", "to": "-1"}, LESSON),
        (f"{QUIZ}/answers", {"attempt": "x", "place": "0"}, QUIZ),
        (f"{QUIZ}/answers", {"attempt": "9", "place": "0", "answer": "x" * 70_000}, QUIZ),
        ("/learn/lessons/none/choices", {"step": "0", "choice": "none"}, "/"),
    ],
)
def test_trouble_in_a_lesson_or_a_quiz_leads_back_into_it(
    visitor: Visitor, path: str, data: dict[str, str], way: str
) -> None:
    answer = visitor.as_pupil().post(path, data)
    assert answer.status_code in {404, 413, 422}
    assert way_on(answer) == way


def test_an_old_page_is_loaded_again_where_it_was(guarded: Flask, town: Town, clock: Clock) -> None:
    answer = Visitor(guarded, town, clock).as_pupil().post(f"{LESSON}/choices", {"step": "0"})
    assert answer.status_code == 400
    assert way_on(answer) == LESSON
