"""Every page has an address at which it can be asked for again, also one that answered a form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.page import Page

if TYPE_CHECKING:
    from tests.web.conftest import Visitor

LESSON, QUIZ, GOAL = (
    "/learn/lessons/mag-deze-foto",
    "/learn/quizzes/mag-deze-foto",
    "/goals/kom-leren:waarom.1",
)


@pytest.mark.parametrize(
    ("address", "page"),
    [
        (f"{LESSON}/choices", LESSON),
        (f"{LESSON}/back", LESSON),
        (f"{LESSON}/runs", LESSON),
        (f"{QUIZ}/answers", QUIZ),
        (f"{QUIZ}/attempts", QUIZ),
        (f"{GOAL}/evidence", GOAL),
        ("/goals/evidence/7/withdraw", "/goals/"),
        ("/sign-out", "/"),
        ("/language", "/"),
    ],
)
def test_the_address_of_a_form_leads_to_its_page(visitor: Visitor, address: str, page: str, hx: bool) -> None:
    """Somebody reloads, goes back, or switches the language after an answer."""
    answer = visitor.get(address, hx=hx)
    if hx:
        assert (answer.status_code, answer.headers["HX-Redirect"]) == (204, page)
    else:
        assert (answer.status_code, answer.location) == (303, page)


def switch(html: str) -> str:
    """Where the language switch of a page leads back to."""
    return Page(html).form("/language").value("next")


def test_the_language_switch_leads_back_to_what_a_form_was_answered_with(visitor: Visitor) -> None:
    assert switch(visitor.post("/sign-in/code", {"code": "ZZZZZZ"}).text) == "/sign-in/code"
    visitor.as_pupil()
    assert switch(visitor.post(f"{LESSON}/choices", {"step": "7", "choice": "x"}).text) == LESSON
    form = visitor.page(QUIZ).form("/answers")
    wrong = visitor.post(
        f"{QUIZ}/answers", {name: form.value(name) for name in ("attempt", "place", "meaning")}
    )
    assert wrong.status_code == 422
    assert switch(wrong.text) == QUIZ
    assert switch(visitor.get("/rules/protocol?protocol=compass").text) == "/rules/protocol?protocol=compass"


def test_reading_the_address_of_the_code_is_no_wrong_code(visitor: Visitor) -> None:
    for _ in range(70):
        assert visitor.get("/sign-in/code").status_code == 200
    assert visitor.post("/sign-in/code", {"code": "ZZZZZZ"}).status_code == 422
