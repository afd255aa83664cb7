from __future__ import annotations

from course.norms.model import Asked, Audience, Source, Stance
from course.reading.words import Words
from course.rulebooks.drafts.model import Answer
from tests.web.protocols.drafting import our_draft
from web.protocols.words import (
    SHORT,
    answer_words,
    asked_words,
    audience_words,
    short,
    short_of,
    source_words,
    stance_words,
)


def test_every_answer_person_and_source_has_its_words(app):
    with app.test_request_context():
        for words, all_of in (
            (stance_words(), Stance),
            (asked_words(), Asked),
            (audience_words(), Audience),
            (source_words(), Source),
        ):
            assert set(words) == set(all_of)


def test_an_answer_is_said_in_one_line(app):
    answer = Answer(Stance.ASK_FIRST, (), (Asked.TEACHER,), Words("alleen in de pauze", ""))
    with app.test_request_context():
        assert answer_words(answer) == "eerst vragen (de leraar), alleen in de pauze"


def test_an_article_is_known_again_by_its_number_and_how_it_begins(app, town):
    draft = our_draft(town).draft
    assert short(draft.standing[0]).startswith("1 Vraag het eerst.")
    assert len(short(draft.standing[0])) < SHORT + 10
    with app.test_request_context():
        assert short_of(draft, "never") == "een artikel dat eruit is"
