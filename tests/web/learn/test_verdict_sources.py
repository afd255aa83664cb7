"""Who decides is told as what it is: a law as law, an agreement as agreement, advice as advice with who gives it."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from types import SimpleNamespace

import pytest
from flask import render_template_string
from flask_babel import force_locale

from course.norms.judge import judge
from course.norms.model import (
    Asked,
    Audience,
    NationalRules,
    Position,
    Source,
    SourceArticle,
    Stance,
    Stand,
    Sure,
)
from course.reading.words import Words
from tests.web.page import Page

CARD = """{% import "_story/_verdict.html" as verdict with context %}{{ verdict.card(judgement, true) }}"""
ACT = "pupil-post-photo-of-classmates-without-asking"
SAID = Words("Dit zegt iemand.", "Somebody says this.")


@pytest.fixture
def told(app, library):
    """`told(law=…, agreement=…, protocol=…, guidance=…)` gives the words of a pupil's card, each source by its stance."""
    template = app.jinja_env.from_string(CARD)
    kom_leren = library.norms.protocols["kom-leren"]
    article = next(one for one in kom_leren.articles.values() if Audience.PUPIL in one.audience)

    def national(source, stance):
        rule = SourceArticle(
            "x", source, "art. 1", SAID, "Kennisnet", date(2026, 11, 28), Sure.SEEN, date="2025-06"
        )
        return NationalRules(
            {"x": rule}, {} if stance is Stance.SILENT else {ACT: Stand(Position(stance, ("x",)))}
        )

    def told(protocol=Stance.SILENT, number="7", ask=(), **stances):
        own = replace(article, number=number)
        stand = Stand(Position(protocol, () if protocol is Stance.SILENT else (own.id,), ask))
        school = replace(kom_leren, articles={own.id: own}, stands={ACT: stand})
        sources = {one.value: national(one, stances.get(one, Stance.SILENT)) for one in Source}
        sources.pop("protocol")
        norms = replace(library.norms, protocols={"kom-leren": school}, **sources)
        with app.test_request_context("/learn/"):
            said = judge(norms, "kom-leren", ACT, Audience.PUPIL)
            return Page(template.render(judgement=said)).words

    return told


@pytest.mark.parametrize(
    ("stance", "word"),
    [
        (Stance.REQUIRED, "Moet"),
        (Stance.ALLOWED, "Mag"),
        (Stance.ASK_FIRST, "Eerst vragen"),
        (Stance.DISCOURAGED, "Liever niet"),
        (Stance.FORBIDDEN, "Mag niet"),
    ],
)
def test_must_and_may_and_rather_not_and_not_are_told_apart(told, stance, word):
    assert told(protocol=stance).startswith(f"{word} ")


def test_an_agreement_is_told_as_one_and_never_as_law(told):
    words = told(agreement=Stance.FORBIDDEN)
    assert "Scholen in het hele land hebben afgesproken dat dit niet mag. Het is geen wet." in words
    assert "Landelijke afspraak: Dit zegt iemand. Bron: Kennisnet, 2025-06; art. 1; nagezien op 28" in words
    assert "De wet" not in words


def test_advice_decides_alone_and_is_told_with_who_gives_it_and_when(told):
    words = told(guidance=Stance.DISCOURAGED)
    assert "Je school zegt hier niets over. Het landelijk advies: doe het niet." in words
    assert (
        "Landelijk advies: Dit zegt iemand. Bron: Kennisnet, 2025-06; art. 1; nagezien op 28 november 2026"
        in words
    )
    assert "Landelijk advies" not in told(guidance=Stance.DISCOURAGED, protocol=Stance.ALLOWED)


def test_advice_orders_nobody(told):
    assert told(guidance=Stance.REQUIRED).startswith("Aangeraden ")
    assert told(guidance=Stance.FORBIDDEN).startswith("Afgeraden ")
    assert told(guidance=Stance.FORBIDDEN, law=Stance.FORBIDDEN).startswith("Mag niet ")


def test_a_law_that_is_stricter_is_told_as_law_beside_the_school(told):
    words = told(law=Stance.FORBIDDEN, protocol=Stance.ALLOWED)
    assert words.startswith("Mag niet Van de wet mag dit niet.")
    assert "De wet: Dit zegt iemand. Bron: art. 1; nagezien op" in words


def test_whom_to_ask_stands_at_the_head(told):
    words = told(protocol=Stance.ASK_FIRST, ask=(Asked.TEACHER, Asked.PERSON))
    assert "Vraag het eerst aan je leraar en wie het aangaat." in words
    assert "Het mag, als je het eerst hebt gevraagd." not in words, "the same, and it says less"
    assert "Het mag, als je het eerst hebt gevraagd." in told(protocol=Stance.ASK_FIRST)


def test_an_article_without_a_number_is_shown_without_one(told):
    assert "Protocol kom Leren, artikel 7" in told(protocol=Stance.FORBIDDEN)
    words = told(protocol=Stance.FORBIDDEN, number="")
    assert "Protocol kom Leren" in words
    assert not re.search(r"artikel|[a-z]+\.\d", words)


def test_who_is_in_doubt_where_rules_are_silent_is_sent_to_somebody_they_know(app):
    card = '{% import "_story/_verdict.html" as verdict with context %}{{ verdict.first_said(judgement, for_pupil) }}'
    told = {}
    for audience in (Audience.PUPIL, Audience.PARENT, Audience.TEACHER):
        silent = SimpleNamespace(articles=(), verdict="open", doubt=None, audience=audience)
        with app.test_request_context(), force_locale("nl"):
            told[audience] = render_template_string(
                card, judgement=silent, for_pupil=audience is Audience.PUPIL
            )
    assert "Vraag het je leerkracht" in told[Audience.PUPIL]
    assert "Vraag het aan de leerkracht van je kind" in told[Audience.PARENT]
    assert "leidinggevende" in told[Audience.TEACHER]
    assert "leidinggevende" not in told[Audience.PARENT]
