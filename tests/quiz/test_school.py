"""After an answer the school's own rules speak, and law and advice beside them."""

from dataclasses import replace

from course.norms.model import Audience
from course.quiz.school import articles_behind, school_says
from tests.quiz.builders import at, norms, quiz

NORMS = norms()


def said(question, school, audience=Audience.PUPIL):
    return school_says(question, NORMS.protocols[school], audience, at(school))


def test_the_articles_of_the_acts_that_a_question_names_are_told_once():
    question = replace(quiz().questions["wie"], acts=("ask", "post"))
    told = said(question, "streng")
    assert [one.id for one in told.articles] == ["A.1"]
    assert told.protocol.id == "streng"
    assert not told.is_silent


def test_an_article_that_a_question_names_is_told_at_its_own_school_and_to_whom_it_speaks():
    question = replace(quiz().questions["wie"], acts=(), articles=("streng:A.1", "streng:B.9"))
    assert [one.id for one in said(question, "streng").articles] == ["A.1"]
    assert said(question, "stil") is None
    assert said(question, "streng", Audience.TEACHER) is None


def test_what_the_explanation_itself_tells_is_not_told_again():
    assert said(quiz().questions["mag"], "streng") is None
    assert said(quiz().questions["stapels"], "streng") is None


def test_where_nobody_says_anything_nothing_is_told():
    assert said(quiz().questions["wie"], "stil") is None


def behind(question, school, audience=Audience.PUPIL):
    return [one.id for one in articles_behind(question, NORMS.protocols[school], audience, at(school))]


def test_below_an_answer_stand_the_articles_of_what_was_judged_sorted_and_named():
    questions = quiz().questions
    assert behind(questions["mag"], "streng") == ["A.1"]
    assert behind(questions["stapels"], "streng") == ["A.1"]
    assert behind(replace(questions["wie"], acts=("ask",)), "streng") == ["A.1"]
    assert behind(replace(questions["mag"], articles=("streng:A.1",)), "streng") == ["A.1"]


def test_where_a_school_is_silent_none_of_its_articles_stands_below_an_answer():
    assert behind(replace(quiz().questions["wie"], acts=("ask",)), "stil") == []
