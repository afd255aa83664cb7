"""Every stance, addressee and audience has its word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.norms.model import Asked, Audience, Position, Stance
from course.reading.words import Words
from course.rulebooks.drafts.model import Answer
from web.display.norm_words import asked_words, audience_words, position_words, stance_words

if TYPE_CHECKING:
    from flask import Flask


def test_nothing_is_left_without_a_word(app: Flask) -> None:
    with app.test_request_context():
        assert set(stance_words()) == set(Stance)
        assert set(asked_words()) == set(Asked)
        assert set(audience_words()) == set(Audience)


def test_a_position_says_whom_to_ask_and_when(app: Flask) -> None:
    position = Position(
        Stance.ASK_FIRST, ("a",), (Asked.TEACHER,), Words("alleen in de pauze", "only in the break")
    )
    with app.test_request_context(headers={"Accept-Language": "nl"}):
        assert position_words(position) == "eerst vragen (de leraar), alleen in de pauze"


def test_an_answer_of_a_draft_is_said_like_a_position(app: Flask) -> None:
    answer = Answer(Stance.ASK_FIRST, (), (Asked.HEAD,), Words("buiten de les", ""))
    with app.test_request_context(headers={"Accept-Language": "nl"}):
        assert position_words(answer) == "eerst vragen (de schoolleiding), buiten de les"
