from __future__ import annotations

from course.norms.model import Asked, Position, Stance
from course.reading.words import Words
from course.rulebooks.comparison import compare_versions
from tests.rulebooks.rules import a_protocol, an_act, an_article, library, stance
from web.protocols.comparing import comparison_view, position_words


def test_a_comparison_is_told_article_by_article_and_answer_by_answer(app):
    before = a_protocol()
    after = a_protocol(
        {"a": an_article("Vraag het altijd."), "b": an_article()}, {an_act(): stance("forbidden", "a")}
    )
    with app.test_request_context():
        view = comparison_view(compare_versions(before, after, library().norms.acts), "eerst", "straks")
    assert not view.is_minor
    assert [(one.before, one.after) for one in view.answers] == [("eerst vragen", "mag niet")]
    assert "veranderd" in {one.word for one in view.changed}
    assert (view.before, view.after) == ("eerst", "straks")


def test_a_position_is_said_in_one_line(app):
    position = Position(Stance.ASK_FIRST, (), (Asked.HEAD,), Words("buiten de les", ""))
    with app.test_request_context():
        assert position_words(position) == "eerst vragen (de schoolleiding), buiten de les"
