"""Who is not in, or on somebody else's page, is told the truth and led on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests import builders
from tests.web.conftest import Visitor
from tests.web.page import Page
from web.http.identity import sign_in_as

if TYPE_CHECKING:
    from flask import Flask

    from tests.web.conftest import Clock
    from tests.web.town import Town

QUIZ = "/learn/quizzes/mag-deze-foto"


def comes_in(visitor: Visitor, pupil: int) -> None:
    """Sign in on this device, whoever was in before."""
    session_id = visitor.town.open_session(visitor.town.group_of(pupil), visitor.clock())
    token = visitor.town.token(pupil, visitor.clock(), session_id)
    with visitor.app.test_request_context(), visitor.client.session_transaction() as kept:
        from flask import session

        session.update(kept)
        sign_in_as(token, pupil)
        kept.clear()
        kept.update(session)


def test_a_page_that_was_drawn_for_somebody_else_is_not_answered(
    guarded: Flask, town: Town, clock: Clock, hx: bool
) -> None:
    tablet = Visitor(guarded, town, clock)
    comes_in(tablet, town.pupil)
    old = tablet.page(QUIZ).form("/answers")
    comes_in(tablet, town.classmate)
    answer = tablet.post(old.action, dict(old.fields) | {"answer": "x"}, hx=hx)
    assert answer.status_code == 409
    page = Page(answer.text)
    assert "van iemand anders" in page.words
    assert "/" in page.addresses, "to the own home"


def test_an_own_page_that_was_open_too_long_leads_back_to_itself(
    guarded: Flask, town: Town, clock: Clock
) -> None:
    tablet = Visitor(guarded, town, clock)
    comes_in(tablet, town.pupil)
    old = tablet.page(QUIZ).form("/answers")
    answer = tablet.post(old.action, dict(old.fields) | {"csrf_token": "old"})
    assert answer.status_code == 400
    assert QUIZ in Page(answer.text).addresses
    assert clock() == builders.NOW
