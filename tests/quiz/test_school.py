"""After an answer the school's own rules speak, and law and advice beside them."""

from dataclasses import replace
from datetime import date

from course.norms.judge import judge
from course.norms.model import Audience, NationalRules, Position, Source, SourceArticle, Stance, Stand, Sure
from course.quiz.school import articles_behind, school_says
from course.reading.words import Words
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


def test_where_only_the_law_speaks_the_school_is_told_to_be_silent():
    article = SourceArticle(
        "avg", Source.LAW, "AVG 5", Words("regel", "rule"), "", date(2026, 11, 1), Sure.SEEN
    )
    law = NationalRules({"avg": article}, {"ask": Stand(Position(Stance.FORBIDDEN, ("avg",)))})
    known = replace(NORMS, law=law)
    question = replace(quiz().questions["wie"], acts=("ask",), articles=())
    told = school_says(
        question, known.protocols["stil"], Audience.PUPIL, lambda act: judge(known, "stil", act)
    )
    assert [one.id for one in told.national_articles] == ["avg"]
    assert (told.articles, told.is_silent) == ((), True)
    spoken = replace(known.protocols["stil"], stands={"ask": Stand(Position(Stance.FORBIDDEN))})
    known = replace(known, protocols={"stil": spoken})
    told = school_says(question, spoken, Audience.PUPIL, lambda act: judge(known, "stil", act))
    assert (told.articles, told.is_silent) == ((), False)


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
