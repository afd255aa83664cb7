"""Questions that a school gives to its parents: without an account, under its own rules, and nothing is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

import pytest
from sqlalchemy import func, select

from course.learning.tables import plays
from course.library import default_content_root, load_library
from course.rulebooks.public_links import renew_link, turn_off_link
from tests.builders import NOW, signed_in
from tests.web.answers import asked, right
from tests.web.page import Page

if TYPE_CHECKING:
    from course.library import Library
    from tests.web.conftest import Visitor
    from tests.web.town import Town

QUIZ = "bij-het-hek"


@pytest.fixture
def rules(town: Town) -> str:
    token = renew_link(town.store, signed_in(town.store, town.director), town.ours.id, NOW)
    return f"/onze-regels/{token}"


@pytest.fixture
def questions(rules: str) -> str:
    return f"{rules}/questions/{QUIZ}"


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(default_content_root())


def filled(library: Library, town: Town, html: str, at: str) -> str:
    """The address of a right answer to what a page asks."""
    fields = [*Page(html).form(at).fields]
    kept_apart = [(name, value) for name, value in fields if name in {"way", "meaning"}]
    answer = right(library, town.ours.protocol, asked(html, library, QUIZ))
    return f"{at}?{urlencode([*kept_apart, *((name, one) for name, all_ in answer.items() for one in all_)])}"


def test_a_parent_answers_to_the_end_and_nothing_is_kept(
    visitor: Visitor, town: Town, questions: str, library: Library
) -> None:
    html, answered = visitor.get(questions).text, 0
    while Page(html).has_form(questions):
        marked = visitor.get(filled(library, town, html, questions)).text
        assert 'id="marked"' in marked
        assert not [one for one in Page(marked).addresses if one.startswith("/rules/")], (
            "that asks for an account"
        )
        html = visitor.get(f"{questions}?{urlencode(Page(marked).form(questions).fields)}").text
        answered += 1
    assert answered == library.quiz(QUIZ).draw
    assert f"Dat was de laatste vraag {answered} van {answered}" in Page(html).words
    with town.store.read() as conn:
        assert conn.execute(select(func.count()).select_from(plays)).scalar() == 0


def test_an_answer_sets_nothing_in_the_browser_and_no_search_engine_finds_it(
    visitor: Visitor, town: Town, questions: str, library: Library
) -> None:
    answer = visitor.get(filled(library, town, visitor.get(questions).text, questions))
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow"


def test_without_an_answer_the_same_question_comes_back_with_why(visitor: Visitor, questions: str) -> None:
    form = visitor.page(questions).form(questions)
    answer = visitor.get(f"{questions}?{urlencode(dict(form.fields))}")
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    assert form.value("meaning") in answer.text


@pytest.mark.parametrize("way", ["x", "x" * 5000, "WzFd.abc", "é"])
def test_a_way_that_nobody_signed_begins_anew(visitor: Visitor, questions: str, way: str) -> None:
    answer = visitor.get(f"{questions}?{urlencode({'way': way})}")
    assert answer.status_code == 200
    assert "Vraag 1 van 7" in answer.text


def test_the_way_of_a_story_is_no_way_through_questions(visitor: Visitor, rules: str, questions: str) -> None:
    story = f"{rules}/lessons/{QUIZ}"
    way = visitor.page(story).form(f"{story}#play").value("way")
    assert "Vraag 1 van 7" in visitor.get(f"{questions}?{urlencode({'way': way})}").text


def test_only_what_is_for_parents_is_asked_and_only_at_an_open_address(
    visitor: Visitor, town: Town, rules: str, questions: str
) -> None:
    for quiz in ("leerlingen-als-vriend", "niets"):
        assert visitor.get(f"{rules}/questions/{quiz}").status_code == 404
    turn_off_link(town.store, signed_in(town.store, town.director), town.ours.id)
    assert visitor.get(questions).status_code == 404


def test_the_rules_for_parents_lead_to_the_questions(visitor: Visitor, rules: str, questions: str) -> None:
    assert questions in visitor.page(rules).addresses


def test_after_the_last_question_every_story_is_offered(
    visitor: Visitor, town: Town, rules: str, questions: str, library: Library
) -> None:
    html = visitor.get(questions).text
    while Page(html).has_form(questions):
        marked = visitor.get(filled(library, town, html, questions)).text
        html = visitor.get(f"{questions}?{urlencode(Page(marked).form(questions).fields)}").text
    for lesson in library.module(QUIZ).lessons:
        assert f"{rules}/lessons/{lesson}" in Page(html).addresses


def test_the_page_of_the_rules_offers_each_story_and_the_questions_once(
    visitor: Visitor, rules: str, questions: str, library: Library
) -> None:
    addresses = [*visitor.page(rules).addresses]
    for lesson in library.module(QUIZ).lessons:
        assert addresses.count(f"{rules}/lessons/{lesson}") == 1
    assert addresses.count(questions) == 1
