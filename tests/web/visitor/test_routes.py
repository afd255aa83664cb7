"""Who has no account finds what this is, a lesson to try, and the texts; and leaves nothing behind."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from course.feedback.reports import KEPT as REPORTS_KEPT
from course.journal.journal import KEPT
from course.learning.lesson.trails import LOOK_BACK, RESUME
from course.learning.lesson.trying import LONGEST_WAY
from course.learning.tables import runs

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from flask import Flask

    from course.store.store import Store
    from tests.web.conftest import Visitor

    Statements = Callable[[], AbstractContextManager[list[str]]]
WAY = ("in-de-bus", "de-volgende-ochtend", "stiekem")


def test_the_front_page_tells_what_this_is_and_leads_to_everything(visitor: Visitor) -> None:
    page = visitor.page("/")
    assert "Deelwijs is de cursus over sociale media van je school." in page.words
    assert {"/try", "/privacy", "/accessibility", "/contact", "/sign-in"} <= set(page.addresses)
    pictures = [attrs for tag, attrs in page.tags if tag == "img"]
    assert pictures == [], "the page for the class code fetches none, for it is every lesson's first"
    page = visitor.page("/try")
    assert any(tag == "img" and "/pictures/lessons/" in attrs["src"] for tag, attrs in page.tags)


def test_a_lesson_is_played_with_the_verdicts_of_a_real_protocol(visitor: Visitor) -> None:
    page = visitor.page("/try?protocol=kom-leren")
    form = page.form("/try#play")
    assert (form.method, form.value("way")) == ("get", "")
    assert ("choice", WAY[0]) in form.buttons
    page = visitor.page(f"/try?protocol=kom-leren&way={WAY[0]}&choice={WAY[1]}")
    assert "Jij koos: Daan op mijn verhaal vragen" in page.words
    assert "Mag niet" in page.words
    assert "Protocol kom Leren" in page.words
    assert not any("/rules/" in address for address in page.addresses), (
        "the protocol itself is for who signs in"
    )
    assert "Bewaard" not in page.words


def test_the_same_choice_is_judged_anew_under_another_protocol(visitor: Visitor) -> None:
    said = set()
    for protocol in ("kom-leren", "verkruisen", "compass", "edu-ley", "cvo-nwf"):
        page = visitor.page(f"/try?protocol={protocol}&way=in-de-bus")
        verdict = next(
            attrs["data-verdict"] for tag, attrs in page.tags if tag == "section" and "data-verdict" in attrs
        )
        said.add(verdict)
    assert len(said) > 1


def test_a_way_leads_to_an_ending_and_back(visitor: Visitor) -> None:
    page = visitor.page(f"/try?protocol=kom-leren&way={'.'.join(WAY)}")
    assert "Dit is een van de" in page.words
    assert f"/try?protocol=kom-leren&way={WAY[0]}#play" in page.addresses


@pytest.mark.parametrize(
    "way", ["none", "in-de-bus.none.x", "." * 500, ".".join(["in-de-bus"] * (LONGEST_WAY + 9))]
)
def test_a_way_that_ends_nowhere_is_walked_as_far_as_it_goes(visitor: Visitor, way: str) -> None:
    assert visitor.get(f"/try?protocol=none&way={way}").status_code == 200


def test_nothing_is_read_written_or_kept_of_who_tries(
    visitor: Visitor, store: Store, statements: Statements
) -> None:
    with statements() as seen:
        answer = visitor.get(f"/try?way={'.'.join(WAY)}")
    assert answer.status_code == 200
    assert seen == []
    with store.read() as conn:
        assert conn.execute(select(func.count()).select_from(runs)).scalar_one() == 0


@pytest.mark.parametrize("path", ["/privacy", "/accessibility", "/contact"])
def test_the_texts_are_for_everybody_and_every_page_leads_there(visitor: Visitor, path: str) -> None:
    assert visitor.get(path).status_code == 200
    for come_in, page in ((visitor.as_pupil, "/learn/"), (visitor.as_officer, "/board/")):
        visitor.leave()
        come_in()
        assert path in visitor.page(page).addresses
        assert visitor.get(path).status_code == 200


@pytest.mark.parametrize(
    ("contact", "shown"),
    [
        ("help@bestuur.example", 'href="mailto:help@bestuur.example"'),
        ("https://bestuur.example/ict", 'href="https://bestuur.example/ict"'),
        ("Bel 010 123 en vraag naar Jo.", "Bel 010 123 en vraag naar Jo."),
        ("", "nog geen adres ingevuld"),
    ],
)
def test_the_contact_is_what_was_set_up(app: Flask, visitor: Visitor, contact: str, shown: str) -> None:
    app.config["CONTACT"] = contact
    assert shown in visitor.get("/contact").text


def test_who_tries_a_lesson_is_not_told_what_becomes_of_pupils_choices(visitor: Visitor) -> None:
    """The page said that nothing is kept, and at its foot for how long it is."""
    told = "Wat je kiest, bewaren we alleen"
    assert told in visitor.page("/").words
    assert told not in visitor.page("/try").words


def test_the_page_on_privacy_says_what_the_program_does(visitor: Visitor, app: Flask) -> None:
    words = visitor.page("/privacy").words
    assert f"{KEPT.days} dagen" in words
    app.config["JOURNAL_KEPT"] = KEPT + KEPT
    assert f"{2 * KEPT.days} dagen" in visitor.page("/privacy").words
    assert (RESUME.days // 30, LOOK_BACK.days, REPORTS_KEPT) == (6, 7, KEPT)
    for said in ("hoogstens een half jaar", "een week later weg", "hooguit een jaar", "een kwartier lang"):
        assert said in words


def test_children_read_about_privacy_in_short_sentences(visitor: Visitor) -> None:
    assert "/privacy/children" in visitor.page("/privacy").addresses
    text = visitor.get("/privacy/children").text.partition('id="for-children"')[2].partition("</div>")[0]
    plain = re.sub(r"<[^>]+>", " ", re.sub(r"</(h2|li|p)>", ". ", text.partition(">")[2]))
    sentences = [one.split() for one in re.split(r"[.?!]+", plain) if one.split()]
    assert len(sentences) > 20
    assert sum(map(len, sentences)) / len(sentences) <= 9
    assert max(map(len, sentences)) <= 15
