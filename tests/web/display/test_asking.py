"""Whom to ask and when, as one sentence that a reader can act on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from flask import g
from flask_babel import force_locale

from course.norms.model import Asked, Audience, Verdict
from course.reading.words import Words
from web.display.asking import asking

if TYPE_CHECKING:
    from flask import Flask

    from course.library import Library

BREAK = Words("alleen in de middagpauze", "only in the lunch break")


@pytest.fixture
def said(app: Flask, library: Library):
    """`said(verdict, ask, conditions, reader)` words it in Dutch, or in another language."""
    judgement = library.judge("kom-leren", "hide-behind-alias")

    def said(verdict, ask=(), conditions=None, reader=Audience.PUPIL, locale="nl"):
        with app.test_request_context(), force_locale(locale):
            g.locale_code = locale
            return asking(
                replace(judgement, verdict=verdict, ask=ask, conditions=conditions, audience=reader)
            )

    return said


def test_whom_to_ask_and_when_are_one_sentence(said):
    sentence = "Vraag het eerst aan je leraar, en alleen in de middagpauze."
    assert said(Verdict.ASK_FIRST, (Asked.TEACHER,), BREAK) == sentence


@pytest.mark.parametrize(
    ("ask", "conditions", "sentence"),
    [
        ((), None, ""),
        ((), BREAK, "Vraag het eerst, en alleen in de middagpauze."),
        ((Asked.PERSON,), None, "Vraag het eerst aan wie het aangaat."),
        (
            (Asked.PERSON, Asked.PARENTS, Asked.HEAD),
            None,
            "Vraag het eerst aan wie het aangaat, je ouders en de schoolleiding.",
        ),
        (
            (Asked.TEACHER,),
            Words("Alleen op school.", ""),
            "Vraag het eerst aan je leraar, en alleen op school.",
        ),
    ],
)
def test_each_part_is_told_where_it_is_given(said, ask, conditions, sentence):
    assert said(Verdict.ASK_FIRST, ask, conditions) == sentence


@pytest.mark.parametrize(
    ("reader", "sentence"),
    [
        (Audience.PUPIL, "Vraag het eerst aan je leraar, de leidinggevende en je ouders."),
        (Audience.TEACHER, "Vraag het eerst aan de leraar, je leidinggevende en de ouders."),
        (Audience.PARENT, "Vraag het eerst aan de leraar, de leidinggevende en de ouders."),
        (None, "Vraag het eerst aan de leraar, de leidinggevende en de ouders."),
    ],
)
def test_people_are_named_as_the_reader_would(said, reader, sentence):
    assert said(Verdict.ASK_FIRST, (Asked.TEACHER, Asked.MANAGER, Asked.PARENTS), None, reader) == sentence


def test_what_may_be_done_under_conditions_tells_these_alone(said):
    assert said(Verdict.MAY, (), BREAK) == "Alleen in de middagpauze."
    assert said(Verdict.NOT, (), None) == ""


def test_who_reads_english_is_told_so_and_gets_dutch_where_a_school_has_no_english(said):
    english = "Ask your teacher first, and only in the lunch break."
    assert said(Verdict.ASK_FIRST, (Asked.TEACHER,), BREAK, locale="en") == english
    only_dutch = Words("alleen in de pauze", "")
    told = said(Verdict.ASK_FIRST, (Asked.TEACHER,), only_dutch, locale="en")
    assert told == "Ask your teacher first, and alleen in de pauze."
