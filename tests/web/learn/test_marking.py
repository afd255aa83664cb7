"""What a learner is told of an answer and of a whole attempt: which was right, why, and how many more it takes."""

from __future__ import annotations

import pytest

from course.norms.model import Audience
from course.quiz.model import QuestionKind
from tests.web import answers
from tests.web.learn.test_quiz import PROTOCOL, QUIZ, Taker
from tests.web.page import Page


@pytest.fixture
def taker(visitor, library):
    return Taker(visitor.as_pupil(), library, QUIZ)


def test_the_right_answer_that_was_missed_is_told_in_words(taker):
    taker.until(QuestionKind.SINGLE)
    words = Page(taker.answer(well=False, hx=True).text).words
    assert "Dit was goed" in words
    assert "Dat is het niet" in words
    assert "Niet helemaal" not in words


def test_only_an_answer_that_is_right_in_part_is_not_quite_right(taker, library):
    question = taker.until(QuestionKind.MULTIPLE)
    right = answers.right(library, PROTOCOL, question)["answer"]
    words = Page(taker.send(taker.fields() | {"answer": right[:1]}, hx=True).text).words
    assert "Niet helemaal" in words
    assert "Dit was ook goed" in words


@pytest.mark.parametrize("said", ["open", "ask-first"])
def test_who_would_ask_first_where_nothing_is_said_is_told_that_this_is_right(taker, said):
    taker.until(QuestionKind.JUDGE, act="pupil-take-photos-at-special-occasion")
    words = Page(taker.send(taker.fields() | {"answer": said}, hx=True).text).words
    assert "Goed gezien" in words
    assert ("Je protocol zegt er niets over. Eerst vragen is dan precies goed." in words) is (
        said == "ask-first"
    )


def test_all_right_passes_and_all_wrong_does_not(taker):
    page = taker.sit(well=False)
    assert not any("data-good" in attrs for _tag, attrs in page.tags)
    taker.visitor.post(f"{taker.path}/attempts", {"attempt": page.form("/attempts").value("attempt")})
    page = taker.sit()
    assert any("data-good" in attrs for _tag, attrs in page.tags)


def test_a_result_tells_how_many_of_these_questions_are_needed(taker):
    words = taker.sit(well=False).words
    assert "Je bent geslaagd als je er 6 van de 7 goed hebt." in words
    assert "Nog niet gehaald" in words
    assert "Je bent er bijna" not in words


def test_a_result_that_is_one_short_is_nearly_there(taker):
    for place in range(7):
        taker.answer(well=place > 1)
    page = taker.look()[1]
    assert "5 van 7" in page.words
    assert "Je bent er bijna" in page.words


def test_the_result_shows_every_answer_with_its_explanation(taker):
    page = taker.sit(well=False)
    answers_shown = [attrs for tag, attrs in page.tags if tag == "details" and attrs.get("class") == "card"]
    assert len(answers_shown) == taker.library.quiz(QUIZ).draw


def test_after_an_answer_the_schools_own_rules_are_told_in_their_words(taker, library):
    """At a school with this protocol, and the law beside it."""
    question = taker.until(QuestionKind.MATCH)
    words = Page(taker.answer(hx=True).text).words
    assert "Bij ons op school" in words
    judged = [library.judge(PROTOCOL, act, Audience.PUPIL) for act in question.acts]
    own = [article.words.nl for said in judged for article in said.articles]
    national = [article.words.nl for said in judged for article in said.national_articles]
    assert own or national
    for told in (*own, *national):
        assert " ".join(told.split()) in words


def test_what_the_school_says_is_read_again_with_the_result(taker):
    assert "Bij ons op school" in taker.sit(well=False).words
