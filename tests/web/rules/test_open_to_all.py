"""A school's rules for parents: without an account, all that is in force, at an address that tells nothing of the school."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from course.norms.model import Audience, Stance
from course.rulebooks.public_links import OF_AN_ADDRESS, renew_link, turn_off_link
from tests.builders import NOW, signed_in
from tests.rulebooks.rules import a_text, published

if TYPE_CHECKING:
    from course.library import Library
    from tests.web.conftest import Visitor
    from tests.web.town import Town


@pytest.fixture
def address(town: Town) -> str:
    token = renew_link(town.store, signed_in(town.store, town.director), town.ours.id, NOW)
    return f"/onze-regels/{token}"


def shown_articles(html: str) -> list[str]:
    return [
        line.split('id="')[1].split('"')[0] for line in html.splitlines() if 'class="article" id="' in line
    ]


def test_anybody_with_the_address_reads_what_the_school_asks_of_parents_first(
    visitor: Visitor, library: Library, address: str, town: Town
) -> None:
    html = visitor.get(address).text
    assert town.ours.name in html
    parents, _mark, others = html.partition('id="part-pupils"')
    articles = library.norms.protocols["kom-leren"].articles.values()
    asked = [one for one in articles if one.teachable and Audience.PARENT in one.audience]
    assert asked
    for one in articles:
        place = f'id="{one.id}"'
        assert (place in parents) is (one in asked)
        assert (place in others) is (one not in asked)


def test_what_pupils_and_staff_keep_to_is_folded_until_a_word_is_looked_for(
    visitor: Visitor, address: str
) -> None:
    page = visitor.page(address)
    themes = [tag for name, tag in page.tags if name == "details" and "theme" in tag["class"].split()]
    assert "open" in themes[0]
    assert "open" not in themes[-1]
    found = visitor.page(f"{address}?q=foto")
    assert all("open" in tag for name, tag in found.tags if name == "details")
    assert found.form(address).value("q") == "foto"
    assert "artikelen met ‘foto’" in found.words
    assert "Geen artikel met ‘nergens-te-vinden’" in visitor.page(f"{address}?q=nergens-te-vinden").words


def test_parents_find_whom_to_ask_and_help_lines_with_their_hours(
    visitor: Visitor, library: Library, address: str
) -> None:
    words = visitor.page(address).words
    assert "De leerkracht van je kind" in words
    for line in library.norms.help.values():
        assert (line.name in words) is (Audience.PARENT in line.audience)
        if line.hours and Audience.PARENT in line.audience:
            assert f"Open: {line.hours.nl}." in words


def test_law_and_advice_are_marked_as_what_they_are(visitor: Visitor, library: Library, address: str) -> None:
    html = visitor.get(address).text
    law = [
        one
        for act in library.norms.acts.values()
        if Audience.PARENT in act.actors
        and (held := library.norms.law.position(act.id, Audience.PARENT)).stance is not Stance.SILENT
        for one in held.articles
    ]
    assert law
    told = html.partition('data-source="law"')[2].partition("</details>")[0]
    assert told.count('class="article"') == len(set(law))
    assert "nagezien op" in told


def test_no_search_engine_shows_it_and_no_page_of_a_reader_is_kept(visitor: Visitor, address: str) -> None:
    answer = visitor.get(address)
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"
    assert '<meta name="robots" content="noindex, nofollow">' in answer.text
    assert "no-store" in answer.headers["Cache-Control"]


def test_the_rules_are_those_of_today(visitor: Visitor, town: Town, address: str) -> None:
    tomorrow = visitor.clock().date() + timedelta(days=1)
    published(town.store, town.ours, text=a_text(title="Vernieuwde afspraken"), from_on=tomorrow)
    assert "Vernieuwde afspraken" not in visitor.page(address).words
    visitor.clock.passes(days=1)
    assert "Vernieuwde afspraken" in visitor.page(address).words


def test_a_protocol_without_a_word_for_parents_says_so_and_shows_the_rest(
    visitor: Visitor, town: Town, address: str, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = library.norms.protocols["kom-leren"]
    articles = {
        name: replace(one, audience=tuple(who for who in one.audience if who is not Audience.PARENT))
        for name, one in own.articles.items()
    }
    known = library.with_protocols(replace(own, articles=articles, official="https://komleren.nl/beleid.pdf"))
    monkeypatch.setattr("web.rules.open_to_all.library_under", lambda _protocol: known)
    page = visitor.page(address)
    assert "geen eigen regels voor ouders" in page.words
    assert "Waar leerlingen zich aan houden" in page.words
    assert "https://komleren.nl/beleid.pdf" in page.addresses


def test_an_address_that_was_turned_off_says_in_words_that_it_is(
    visitor: Visitor, town: Town, address: str
) -> None:
    turn_off_link(town.store, signed_in(town.store, town.director), town.ours.id)
    answer = visitor.get(address)
    assert answer.status_code == 404
    assert "niet (meer) te lezen" in answer.text


def test_who_tries_many_addresses_is_told_to_wait_and_the_right_one_opens(
    visitor: Visitor, address: str
) -> None:
    for number in range(OF_AN_ADDRESS.free):
        assert visitor.get(f"/onze-regels/wrong{number}").status_code == 404
    assert visitor.get("/onze-regels/wrong").status_code == 429
    assert visitor.get(address).status_code == 200


@pytest.mark.parametrize("token", ["x" * 3000, "%00", "é", "..%2f", "<script>"])
def test_whatever_stands_in_place_of_an_address_is_not_found(visitor: Visitor, token: str) -> None:
    answer = visitor.get(f"/onze-regels/{token}")
    assert answer.status_code == 404
    assert "<script>" not in answer.text


def test_who_is_signed_in_reads_the_same_rules(visitor: Visitor, address: str) -> None:
    articles = shown_articles(visitor.get(address).text)
    assert articles
    for come in (visitor.as_pupil, visitor.as_teacher, visitor.as_director, visitor.as_officer):
        assert shown_articles(come().get(address).text) == articles
