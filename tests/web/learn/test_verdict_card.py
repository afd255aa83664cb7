"""The verdict card of every act at every school: each source once, and one of them always in sight."""

from __future__ import annotations

import pytest
from markupsafe import escape

from course.norms.model import Audience, Verdict
from course.quiz.model import QuestionKind
from tests.web.learn.test_quiz import STAFF_QUIZ, Taker
from tests.web.page import Page
from web.learn import area

CARD = """{% import "_story/_verdict.html" as verdict with context %}{{ verdict.card(judgement, for_pupil, folds=true) }}"""

ADVISED = "school-use-parent-portal-as-basic-channel"
"""kom Leren doesn't speak of it; a national advice does."""


@pytest.fixture
def drawn(app):
    """`drawn(judgement, for_pupil)` gives the card and, apart, what folds away on a phone."""
    template = app.jinja_env.from_string(CARD)

    def drawn(judgement, *, for_pupil):
        with app.test_request_context(f"{area.url_prefix}/"):
            card = template.render(judgement=judgement, for_pupil=for_pupil)
        first, _mark, more = card.partition("<details")
        return first, more

    return drawn


@pytest.mark.parametrize("for_pupil", [True, False], ids=["pupil", "staff"])
def test_every_card_shows_a_source_at_once_and_all_of_them_in_all(drawn, library, for_pupil):
    for protocol in library.norms.protocols:
        for act in library.norms.acts:
            said = library.judge(protocol, act)
            first, more = drawn(said, for_pupil=for_pupil)
            for article in said.articles:
                assert f"{_address(said, article)}</a>" in first + more, (protocol, act)
                assert escape(article.words.nl) in first + more, (protocol, act)
            for article in said.national_articles:
                assert (first + more).count(f"{escape(article.reference)}; nagezien op") >= 1, (protocol, act)
            sources = ("verdict-article", "verdict-law", "verdict-doubt", "verdict-own")
            assert any(one in first for one in sources), (protocol, act)


def test_what_a_national_source_says_is_in_sight_and_who_says_so_folds(drawn, library):
    """A long citation put the next choice of a story more than one scroll away."""
    said = library.judge("kom-leren", ADVISED, Audience.TEACHER)
    first, more = drawn(said, for_pupil=False)
    article = said.national_articles[0]
    assert str(escape(article.words.nl)) in first
    assert "nagezien op" not in first
    assert f"{escape(article.reference)}; nagezien op" in more


SPOKEN_OF = "create-account-with-school-name"
"""Only Compass speaks of it, and no national advice."""
AGREE = "Geen van de 5 protocollen zegt hier iets over: iets om met je team af te spreken."


def test_staff_see_at_once_which_other_protocols_speak_where_their_own_is_silent(drawn, library):
    first, more = drawn(library.judge("kom-leren", SPOKEN_OF, Audience.TEACHER), for_pupil=False)
    words = Page(more).words
    assert "Compass: " in words
    assert "Verkruisen" not in words
    assert words.index("Compass: ") < words.index("Hoe zien de anderen dit?")
    assert "verdict-doubt" in first
    assert "Compass" not in first, "one source in sight, the rest folds"


def test_every_card_of_staff_tells_of_those_that_speak_or_that_none_does(drawn, library):
    protocols = library.norms.protocols
    for protocol in protocols:
        for act in library.norms.acts:
            card = Page("".join(drawn(library.judge(protocol, act, Audience.TEACHER), for_pupil=False)))
            is_open = library.judge(protocol, act, Audience.TEACHER).verdict is Verdict.OPEN
            speak = {
                one
                for one in protocols
                if is_open and library.judge(one, act, Audience.TEACHER).verdict is not Verdict.OPEN
            }
            told = {one for one, known in protocols.items() if f"{known.name}: " in card.words}
            assert told == speak, (protocol, act)
            assert (AGREE in card.words) is (is_open and not speak), (protocol, act)


def test_a_pupil_is_not_told_what_holds_at_other_schools(drawn, library):
    for act in library.norms.acts:
        said = library.judge("kom-leren", act, Audience.PUPIL)
        card = "".join(drawn(said, for_pupil=True))
        assert "verdict-others" not in card, act


def test_a_teacher_reads_it_in_the_lesson_and_on_a_marked_answer(visitor, library):
    teacher = visitor.as_teacher()
    said = Page(teacher.choose("leerlingen-als-vriend", "tien-nieuwe-vrienden", hx=True).text).words
    assert "Word met je privéaccount geen vrienden met een leerling." in said, "national advice decides"
    taker = Taker(teacher, library, STAFF_QUIZ)
    taker.until(QuestionKind.JUDGE, act=SPOKEN_OF)
    marked = Page(taker.send(taker.fields() | {"answer": "may"}, hx=True).text).words
    assert "Compass: " in marked


def _address(said, article):
    number = f", artikel {article.number}" if article.number else ""
    return escape(f"Protocol {said.protocol.name}{number}")
