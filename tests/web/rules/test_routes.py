"""The rules as a pupil reads them: what one can keep to first, the rest folded away, and all that a verdict may name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from course.norms.model import ArticleKind, Audience
from web.rules.routes import RULES

if TYPE_CHECKING:
    import pytest

    from course.library import Library
    from tests.web.conftest import Visitor


def test_a_pupil_reads_rules_first_and_explanations_folded_away(visitor: Visitor, library: Library) -> None:
    html = visitor.as_pupil().get("/rules/protocol").text
    rules, _mark, background = html.partition('<details class="card sunk"')
    for article in library.norms.protocols["kom-leren"].articles.values():
        place = f'id="{article.id}"'
        if Audience.PUPIL not in article.audience:
            assert place not in html
        elif article.teachable and article.kind in RULES:
            assert place in rules
        else:
            assert place in background
    assert ArticleKind.FACT not in RULES


def test_staff_read_all_that_is_asked_of_anybody(visitor: Visitor, library: Library) -> None:
    rules = visitor.as_teacher().get("/rules/protocol").text.partition('<details class="card sunk"')[0]
    for article in library.norms.protocols["kom-leren"].articles.values():
        assert (f'id="{article.id}"' in rules) is article.teachable


def test_staff_find_the_articles_by_theme_and_none_is_lost(visitor: Visitor, library: Library) -> None:
    page = visitor.as_teacher().page("/rules/protocol")
    folded = [tag for name, tag in page.tags if name == "details" and "theme" in tag["class"].split()]
    assert len(folded) > 8
    assert not any("open" in tag for tag in folded)
    assert "Foto’s, filmpjes en geluid" in page.words
    shown = [tag["id"] for name, tag in page.tags if name == "li" and tag.get("class") == "article"]
    taught = [one.id for one in library.norms.protocols["kom-leren"].articles.values() if one.teachable]
    assert sorted(shown) == sorted(taught)


def test_a_pupil_folds_nothing_open_to_read_the_rules(visitor: Visitor) -> None:
    tags = visitor.as_pupil().page("/rules/protocol").tags
    assert all("open" in tag for name, tag in tags if name == "details" and "theme" in tag["class"].split())


def test_a_word_is_looked_for_in_every_article_without_script(visitor: Visitor) -> None:
    page = visitor.as_teacher().page("/rules/protocol?q=TOESTEMMING foto")
    shown = [tag["id"] for name, tag in page.tags if name == "li" and tag.get("class") == "article"]
    assert shown
    assert f"{len(shown)} artikel" in page.words
    assert page.form("/rules/protocol").value("q") == "TOESTEMMING foto"
    nothing = visitor.page("/rules/protocol?q=nergens-te-vinden")
    assert "Geen artikel met ‘nergens-te-vinden’" in nothing.words
    assert "<script>" not in visitor.get("/rules/protocol?q=<script>").text


def test_an_officer_looks_in_the_protocol_that_is_open(visitor: Visitor) -> None:
    page = visitor.as_officer().page("/rules/protocol?protocol=verkruisen&q=foto")
    assert page.form("/rules/protocol").value("protocol") == "verkruisen"
    assert "obs Verkruisen" in page.words


def test_a_child_can_call_the_kindertelefoon_at_once(visitor: Visitor) -> None:
    assert "tel:08000432" in visitor.as_pupil().page("/rules/protocol").addresses


def test_who_left_a_verdict_by_its_article_finds_the_way_back(visitor: Visitor) -> None:
    lesson = "/learn/lessons/mag-deze-foto"
    visitor.as_pupil()
    html = visitor.client.get("/rules/protocol", headers={"Referer": f"http://localhost{lesson}"}).text
    assert f'href="{lesson}"' in html
    for stranger in ("http://elsewhere.example/learn/lessons/mag-deze-foto", "http://localhost/learn/", ""):
        html = visitor.client.get("/rules/protocol", headers={"Referer": stranger}).text
        assert f'href="{lesson}"' not in html


def test_help_lines_stand_on_the_page_with_their_hours_for_those_whom_they_are_for(
    visitor: Visitor, library: Library
) -> None:
    pupil, teacher = visitor.as_pupil().page("/rules/protocol"), visitor.as_teacher().page("/rules/protocol")
    for line in library.norms.help.values():
        assert (line.name in pupil.words) is (Audience.PUPIL in line.audience)
        assert (line.name in teacher.words) is (Audience.TEACHER in line.audience)
        if line.hours and line.name in pupil.words:
            assert f"Open: {line.hours.nl}." in pupil.words


def test_no_reader_meets_the_id_of_an_article(visitor: Visitor, library: Library) -> None:
    ids = {one for one in library.norms.protocols["kom-leren"].articles if "." in one}
    for reader in (visitor.as_pupil(), visitor.as_teacher()):
        words = reader.page("/rules/protocol").words
        assert not {one for one in ids if f" {one} " in words}


def test_staff_read_of_an_act_what_law_agreements_and_advice_say_apart(
    visitor: Visitor, library: Library
) -> None:
    act = "pupil-use-in-lesson-without-permission"
    words = visitor.as_teacher().page(f"/rules/acts/{act}").words
    (agreed,) = library.norms.agreement.speaking_of(act)
    assert f"Landelijke afspraak {agreed.words.nl} Bron: {agreed.body}" in words


def test_a_protocol_that_names_its_official_text_leads_to_it_and_another_tells_of_none(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch, library: Library
) -> None:
    assert "Lees de officiële tekst" not in visitor.as_pupil().page("/rules/protocol").words
    own = replace(library.norms.protocols["kom-leren"], official="https://komleren.nl/beleid.pdf")
    monkeypatch.setattr("web.rules.routes.the_library", lambda: library.with_protocols(own))
    page = visitor.as_pupil().page("/rules/protocol")
    assert "Lees de officiële tekst" in page.words
    assert "https://komleren.nl/beleid.pdf" in page.addresses


def test_a_child_who_looks_for_a_theme_finds_what_stands_in_it(visitor: Visitor) -> None:
    page = visitor.as_pupil().page("/rules/protocol?q=foto")
    shown = [tag["id"] for name, tag in page.tags if name == "li" and tag.get("class") == "article"]
    assert shown
    assert "Foto’s, filmpjes en geluid" in page.words


def test_rules_come_soon_on_a_childs_screen_for_all_help_lines_but_the_first_are_folded(
    visitor: Visitor,
) -> None:
    html = visitor.as_pupil().get("/rules/protocol").text
    before, _mark, folded = html.partition('id="contacts"')[2].partition('<details class="more-help">')
    assert before.count("help-line") == 1
    assert "0800-0432" in before
    assert folded.partition("</details>")[0].count("help-line") > 5
