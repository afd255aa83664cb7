"""Every route takes no more than a form; the one for a long text takes that, in any script."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.web.page import Page
from web.goals.files import WITH_FILE
from web.goals.routes import STORY
from web.http.bodies import FORM, bound_at
from web.protocols.beginning import DOCUMENT

if TYPE_CHECKING:
    from flask import Flask

    from tests.web.conftest import Visitor

NOTE, CHANNELS = "/goals/kom-leren:doelstellingen.1/evidence", "/goals/channels"


@pytest.mark.parametrize(
    ("method", "path", "bound"),
    [
        ("POST", NOTE, WITH_FILE),
        ("POST", "/goals/log", WITH_FILE),
        ("POST", CHANNELS, STORY),
        ("POST", "/sign-in", FORM),
        ("GET", NOTE, FORM),
        ("POST", "/nowhere", FORM),
        ("PUT", "/sign-in", FORM),
        ("GET", "/pictures/lessons", FORM),
        ("BREW", "*", FORM),
    ],
)
def test_each_route_has_its_bound(app: Flask, method: str, path: str, bound: object) -> None:
    assert bound_at(app, method, path) is bound


def test_a_text_of_two_thousand_characters_comes_through_in_any_script(visitor: Visitor) -> None:
    form = {"happened_on": str(visitor.clock.now.date()), "group_id": "", "words": "💬" * 1999}
    assert visitor.as_director().post(NOTE, form).status_code == 303


def test_a_longer_body_is_turned_away_by_the_application_too(visitor: Visitor) -> None:
    assert visitor.as_teacher().post(CHANNELS, {"name": "x" * STORY.bytes}).status_code == 413
    assert visitor.post("/sign-in", {"email": "x" * FORM.bytes}).status_code == 413


def test_who_sent_too_large_a_file_is_told_how_large_it_may_be_and_led_back(visitor: Visitor) -> None:
    answer = visitor.as_director().post("/protocols/new/document", {"name": "x" * (DOCUMENT.bytes + 1)})
    page = Page(answer.text)
    assert answer.status_code == 413
    assert "hoogstens 10 megabyte" in page.words
    assert "/protocols/new" in page.addresses
