"""The verdict card of every act at every school: each source once, and one of them always in sight."""

from __future__ import annotations

import pytest

from web.learn import area

CARD = """{% import "learn/_verdict.html" as verdict with context %}{{ verdict.card(judgement, for_pupil, folds=true) }}"""


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
                assert (first + more).count(f">{_address(said, article)}</a>") == 1, (protocol, act)
            for article in said.law_articles:
                assert (first + more).count(f"<small>{article.reference}</small>") >= 1, (protocol, act)
            assert "verdict-article" in first or "verdict-law" in first or "verdict-doubt" in first, (
                protocol,
                act,
            )


def _address(said, article):
    return f"Protocol {said.protocol.name}, artikel {article.id}"
