"""Every error has a way on, and inside a lesson or a quiz that way leads back into it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import builders
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
        (f"{LESSON}/choices", {"step": "0", "choice": "none", "meaning": "now"}, LESSON),
        (f"{LESSON}/back", {"step": "0", "to": "-1"}, LESSON),
        (f"{QUIZ}/answers", {"attempt": "x", "place": "0"}, QUIZ),
        (f"{QUIZ}/answers", {"attempt": "9", "place": "0", "answer": "x" * 70_000}, QUIZ),
        ("/learn/lessons/none/choices", {"step": "0", "choice": "none"}, "/"),
    ],
)
def test_trouble_in_a_lesson_or_a_quiz_leads_back_into_it(
    visitor: Visitor, path: str, data: dict[str, str], way: str
) -> None:
    pupil = visitor.as_pupil()
    if "meaning" in data:
        data = data | {"meaning": pupil.page(LESSON).form("/choices").value("meaning")}
    answer = pupil.post(path, data)
    assert answer.status_code in {404, 413, 422}
    assert way_on(answer) == way


def test_an_old_page_is_loaded_again_where_it_was(guarded: Flask, town: Town, clock: Clock) -> None:
    answer = Visitor(guarded, town, clock).as_pupil().post(f"{LESSON}/choices", {"step": "0"})
    assert answer.status_code == 400
    assert way_on(answer) == LESSON


@pytest.mark.parametrize(
    ("path", "first", "second"),
    [
        ("/director/", "/sign-in", "/"),
        ("/teacher/", "/sign-in", "/"),
        ("/board/", "/sign-in", "/"),
        ("/learn/", "/", "/sign-in"),
        ("/rules/protocol", "/", "/sign-in"),
    ],
)
def test_who_must_sign_in_first_is_led_to_the_own_form_and_the_other_stands_beside_it(
    visitor: Visitor, path: str, first: str, second: str
) -> None:
    answer = visitor.get(path)
    assert answer.status_code == 401
    ways = [
        attrs["href"]
        for tag, attrs in Page(answer.text).tags
        if tag == "a" and attrs.get("class") == "button"
    ]
    assert ways == [first, second]


def test_staff_whose_session_ended_are_led_to_their_form_from_any_page(
    visitor: Visitor, clock: Clock
) -> None:
    visitor.as_teacher()
    clock.passes(hours=13)
    assert way_on(visitor.get("/learn/")) == "/sign-in"


def test_the_page_that_was_asked_for_is_opened_after_signing_in(visitor: Visitor, town: Town) -> None:
    assert way_on(visitor.get("/director/gaps")) == "/sign-in"
    data = {"email": town.director.email, "password": builders.PASSWORD}
    assert visitor.post("/sign-in", data).status_code == 303
    assert visitor.get("/").headers["Location"] == "/director/gaps"
