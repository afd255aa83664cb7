"""Who is told a stance without an article that speaks to them is noticed."""

from __future__ import annotations

from types import MappingProxyType

from course.norms.model import Audience
from course.norms.unheard import unheard
from course.reading.findings import Severity
from course.rulebooks.texts import read_text
from tests.rulebooks.rules import a_protocol, a_text, an_article, library, stance

BOTH = "express-own-opinion-online"
"""Pupils do it, and staff and parents too."""


def test_an_actor_whom_no_article_addresses_is_named_and_one_who_is_answered_apart_is_not():
    acts = library().norms.acts
    articles = {"a": an_article(audience=["pupil"])}
    protocol = a_protocol(articles=articles, stances={BOTH: stance("allowed", "a")})
    found = unheard(protocol.stands, protocol.articles, acts)
    assert set(found[BOTH]) == {
        one for one in acts[BOTH].actors if one not in {Audience.PUPIL, Audience.SCHOOL}
    }
    others = {one.value: stance("silent") for one in found[BOTH]}
    protocol = a_protocol(articles=articles, stances={BOTH: stance("allowed", "a", actors=others)})
    assert unheard(protocol.stands, protocol.articles, acts) == {}


def test_it_is_told_as_a_warning_at_the_line_of_the_stance():
    text = a_text(articles={"a": an_article(audience=["parent"])}, stances={BOTH: stance("allowed", "a")})
    _, problems = read_text(text, "de-eik", library().norms.acts)
    (one,) = [one for one in problems if one.code == "article-for-others"]
    assert one.severity is Severity.WARNING
    assert "pupil" in one.message
    assert text.splitlines()[one.line - 1].startswith(BOTH)


def test_the_protocols_that_come_with_the_course_speak_to_whom_they_are_told():
    norms = library().norms
    for protocol in norms.protocols.values():
        assert unheard(protocol.stands, protocol.articles, norms.acts) == {}, protocol.id


def test_an_act_that_nobody_knows_is_passed_over():
    protocol = a_protocol()
    assert unheard(protocol.stands, protocol.articles, MappingProxyType({})) == {}
