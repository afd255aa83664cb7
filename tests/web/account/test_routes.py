"""Staff keep their own password: they change it when they know the one that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import builders
from tests.web.page import Page

if TYPE_CHECKING:
    from tests.web.conftest import Visitor
    from tests.web.town import Town

WANTED = "vier-eigen-woorden-lang"
CHANGE = {"current": builders.PASSWORD, "wanted": WANTED}


@pytest.mark.parametrize("who", ["teacher", "director", "officer"])
def test_staff_find_the_way_to_their_password_and_pupils_do_not(
    visitor: Visitor, town: Town, who: str
) -> None:
    page = visitor.as_staff(getattr(town, who)).page("/rules/protocol")
    assert "/account" in page.addresses
    assert "/account" not in visitor.as_pupil().page("/learn/").addresses


def test_a_new_password_is_the_one_that_counts(visitor: Visitor, town: Town, hx: bool) -> None:
    answer = visitor.as_teacher().post("/account", CHANGE, hx=hx)
    assert answer.status_code == (204 if hx else 303)
    assert "Je wachtwoord is veranderd" in visitor.page("/account").words, "and one stays in here"
    visitor.leave()
    for password, status in ((builders.PASSWORD, 422), (WANTED, 303)):
        data = {"email": town.teacher.email, "password": password}
        assert visitor.post("/sign-in", data).status_code == status


@pytest.mark.parametrize(
    ("data", "field"),
    [
        ({}, "current"),
        ({"current": "fout", "wanted": WANTED}, "current"),
        ({"current": builders.PASSWORD}, "wanted"),
        ({"current": builders.PASSWORD, "wanted": "te-kort"}, "wanted"),
        ({"current": builders.PASSWORD, "wanted": "x" * 1001}, "wanted"),
    ],
)
def test_what_is_not_right_is_told_at_its_field(
    visitor: Visitor, hx: bool, data: dict[str, str], field: str
) -> None:
    answer = visitor.as_teacher().post("/account", data, hx=hx)
    assert answer.status_code == 422
    invalid = [attrs["id"] for _, attrs in Page(answer.text).tags if attrs.get("aria-invalid") == "true"]
    assert field in invalid
    assert not any(word in answer.text for word in data.values() if word), "no password comes back"


def test_the_present_password_may_be_tried_eight_times(visitor: Visitor, town: Town) -> None:
    visitor.as_teacher()
    wrong = {"current": "fout", "wanted": WANTED}
    assert {visitor.post("/account", wrong).status_code for _ in range(8)} == {422}
    answer = visitor.post("/account", CHANGE)
    assert answer.status_code == 429
    assert "leerkracht" not in Page(answer.text).words
    assert visitor.get("/account").status_code == 200
    assert visitor.as_director().post("/account", CHANGE).status_code == 303


def test_the_page_speaks_english_too(visitor: Visitor) -> None:
    visitor.as_teacher().post("/language", {"language": "en", "next": "/account"})
    page = visitor.page("/account").words
    assert "Change my password" in page
    assert "At least twelve characters" in page


def test_a_new_password_that_is_too_short_searches_for_nothing(visitor: Visitor) -> None:
    visitor.as_teacher()
    for _ in range(8):
        assert visitor.post("/account", {**CHANGE, "wanted": "kort"}).status_code == 422
    assert visitor.post("/account", CHANGE).status_code == 303
