"""Tries are counted by what is tried, however it is typed; who tried too often is told what helps."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from flask import Response

from tests import builders
from tests.web.page import Page
from web.http.limits import MARKS, address, device, remember_here

if TYPE_CHECKING:
    from flask import Flask
    from flask.testing import FlaskClient

    from tests.web.conftest import Clock, Visitor
    from tests.web.town import Town

WRONG = ("kat", "boom", "fiets")


@pytest.mark.parametrize(
    ("given", "counted"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:aaaa::1", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:bbbb::9", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::9", "2001:db8:1:3::/64"),
        ("::1", "::/64"),
        ("a-socket", "a-socket"),
    ],
)
def test_a_machine_with_a_network_of_its_own_counts_once(app: Flask, given: str, counted: str) -> None:
    with app.test_request_context("/", environ_base={"REMOTE_ADDR": given}):
        assert address() == counted


def test_staff_are_told_how_long_to_wait_and_not_to_ask_a_teacher(
    visitor: Visitor, town: Town, clock: Clock, hx: bool
) -> None:
    data = {"email": town.teacher.email, "password": "x"}
    for _ in range(8):
        visitor.post("/sign-in", data)
    clock.passes(seconds=3)
    answer = visitor.post("/sign-in", data, hx=hx)
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == "12"
    assert "over 12 seconden" in Page(answer.text).words
    assert "leerkracht" not in Page(answer.text).words
    clock.passes(seconds=12)
    assert visitor.post("/sign-in", {**data, "password": builders.PASSWORD}).status_code == 303


def test_a_pupil_is_told_how_long_to_wait_who_can_help_and_finds_the_way_back(
    visitor: Visitor, town: Town, clock: Clock, hx: bool
) -> None:
    visitor.behind(town.open_session().code)
    path = f"/sign-in/class/{town.pupil}"
    for _ in range(5):
        visitor.post(path, {"pictures": WRONG})
    clock.passes(seconds=14)
    answer = visitor.post(path, {"pictures": WRONG}, hx=hx)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "1")
    page = Page(answer.text)
    assert "over 1 seconde" in page.words
    assert "Je leerkracht kan je eerder binnenlaten" in page.words
    assert path in page.addresses
    assert any(attrs.get("data-wait") == "1" for _, attrs in page.tags), "and a script counts down"


def test_who_typed_too_many_codes_is_told_of_the_code_to_scan(visitor: Visitor) -> None:
    for _ in range(20):
        visitor.post("/sign-in/code", {"code": "ZZZZZZ"})
    answer = visitor.post("/sign-in/code", {"code": "ZZZZZZ"})
    assert answer.headers["Retry-After"] == "5"
    assert "scan" in Page(answer.text).words


def test_the_password_page_slows_down_too_and_not_what_is_read(
    visitor: Visitor, town: Town, clock: Clock
) -> None:
    visitor.as_teacher()
    data = {"current": "fout", "wanted": "vier-eigen-woorden-lang"}
    assert {visitor.post("/account", data).status_code for _ in range(8)} == {422}
    right = {**data, "current": builders.PASSWORD}
    assert visitor.post("/account", right).status_code == 429
    assert visitor.get("/account").status_code == 200
    clock.passes(seconds=15)
    assert visitor.post("/account", right).status_code == 303


@pytest.mark.parametrize("cookie", ["", "x", "W10", "W10.forged", "[[1]]"])
def test_marks_that_this_installation_did_not_give_are_none(app: Flask, cookie: str) -> None:
    with app.test_request_context("/sign-in", headers={"Cookie": f"{MARKS}={cookie}"}):
        assert device().marks == frozenset()


def test_a_device_carries_so_many_marks_for_so_long_and_the_newest_first(app: Flask, clock: Clock) -> None:
    client = app.test_client()
    for number in range(40):
        with app.test_request_context("/sign-in", headers=_cookie(client)):
            sent = remember_here(Response(), f"mark-{number}").headers["Set-Cookie"]
        client.set_cookie(MARKS, sent.split(";")[0].split("=", 1)[1], path="/sign-in")
    assert "Path=/sign-in" in sent
    for days, count in ((0, 32), (200, 32), (201, 0)):
        clock.now = builders.NOW + timedelta(days=days)
        with app.test_request_context("/sign-in", headers=_cookie(client)):
            marks = device().marks
            assert len(marks) == count
            assert not marks or "mark-39" in marks


def _cookie(client: FlaskClient) -> dict[str, str]:
    cookie = client.get_cookie(MARKS, path="/sign-in")
    return {"Cookie": f"{MARKS}={cookie.value}"} if cookie else {}
