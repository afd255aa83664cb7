"""A question that is answered by writing, through its routes."""

from __future__ import annotations

import json

from sqlalchemy import select

from course.learning.tables import marks
from course.quiz.model import QuestionKind
from tests.web.learn.test_quiz import STAFF_QUIZ, Taker, kept
from tests.web.page import Page


def test_what_is_written_is_kept_only_with_its_text_and_never_counts(visitor, library, store, hx):
    taker = Taker(visitor.as_teacher(), library, STAFF_QUIZ)
    question = taker.until(QuestionKind.WRITE)
    tick = {"write": "1", "tick": question.options[0].key}
    page = Page(taker.send(taker.fields() | tick | {"text": " Goedemorgen. "}, hx=hx).text)
    if hx:
        assert "Goedemorgen." in page.words
        assert Page(question.example).words in page.words
    with store.read() as conn:
        answer = conn.execute(select(marks.c.answer).where(marks.c.question == question.id)).scalar_one()
    assert json.loads(answer) == {question.options[0].key: "x", "text": "Goedemorgen."}
    assert "8 van 8" in taker.look()[1].words


def test_a_text_that_is_too_long_comes_back_and_nothing_of_it_is_kept(visitor, library, store):
    taker = Taker(visitor.as_teacher(), library, STAFF_QUIZ)
    taker.until(QuestionKind.WRITE)
    before = kept(store)
    answer = taker.send(taker.fields() | {"write": "1", "text": "x" * 2001})
    assert answer.status_code == 422
    assert "Je tekst is te lang om te bewaren." in Page(answer.text).words
    assert kept(store) == before
