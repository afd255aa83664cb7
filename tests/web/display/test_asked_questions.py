"""Questions with their key follow the rules under which they are asked."""

from __future__ import annotations

from course.norms.model import Verdict
from course.quiz.model import QuestionKind
from tests.rulebooks.rules import library
from web.display.asked_questions import asked_under

QUIZ = "mag-deze-foto"


def test_a_question_is_right_by_the_protocol_that_is_named() -> None:
    told = {}
    for protocol in library().norms.protocols:
        asked = asked_under(library(), protocol, QUIZ)
        told[protocol] = {one.question.id: one.verdict for one in asked if one.verdict}
        for one in asked:
            if one.question.kind is QuestionKind.JUDGE:
                assert isinstance(one.verdict, Verdict)
    assert len({tuple(sorted(one.items())) for one in told.values()}) > 1


def test_an_article_below_a_question_is_one_of_that_protocol() -> None:
    for protocol, said in library().norms.protocols.items():
        shown = [article for one in asked_under(library(), protocol, QUIZ) for article in one.articles]
        assert shown
        assert all(said.articles[article.id] is article for article in shown)
