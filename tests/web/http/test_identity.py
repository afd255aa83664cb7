"""Who signs in again goes on where the session ended; nobody else does, and nobody is led where they may not be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests import builders

if TYPE_CHECKING:
    from tests.web.conftest import Clock, Visitor

LESSON = "/learn/lessons/mag-deze-foto"


def in_class(visitor: Visitor, pupil: int) -> str:
    """Sign in with the class code; gives the page where one arrives."""
    code = visitor.town.open_session(now=visitor.clock()).code
    data = {"pictures": builders.PICTURES}
    visitor.behind(code).post(f"/sign-in/class/{pupil}", data)
    return str(visitor.get("/").location)


def with_password(visitor: Visitor, email: str) -> str:
    visitor.post("/sign-in", {"email": email, "password": builders.PASSWORD})
    return str(visitor.get("/").location)


def test_a_pupil_goes_on_where_the_session_ended(visitor: Visitor, clock: Clock, hx: bool) -> None:
    assert in_class(visitor, visitor.town.pupil) == "/learn/"
    form = visitor.page(LESSON).form("/choices")
    clock.passes(minutes=91)
    assert visitor.post(form.action, {**dict(form.fields), "choice": "de-remix"}, hx=hx).status_code == 401
    assert in_class(visitor, visitor.town.pupil) == LESSON
    assert visitor.get("/").location == "/learn/", "once"


def test_a_classmate_on_the_same_tablet_begins_at_the_own_page(visitor: Visitor, clock: Clock) -> None:
    in_class(visitor, visitor.town.pupil)
    clock.passes(minutes=91)
    assert visitor.get(LESSON).status_code == 401
    assert in_class(visitor, visitor.town.classmate) == "/learn/"


def test_staff_come_to_the_page_that_they_asked_for(visitor: Visitor) -> None:
    page = "/rules/acts/ask-the-person-first?x=1"
    assert visitor.get(page).status_code == 401
    assert with_password(visitor, visitor.town.teacher.email) == page


@pytest.mark.parametrize("page", ["/director/", "/learn/" + "x" * 400])
def test_nobody_is_led_where_they_may_not_be(visitor: Visitor, page: str) -> None:
    visitor.get(page)
    assert with_password(visitor, visitor.town.teacher.email) == "/teacher/"


def test_signing_out_leaves_nothing_to_come_back_to(visitor: Visitor) -> None:
    with_password(visitor, visitor.town.teacher.email)
    visitor.post("/sign-out")
    with visitor.client.session_transaction() as session:
        assert not {"owner", "wanted"} & session.keys()
