"""Tries are counted by what is tried, however it is typed; who tried too often is told what helps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from flask_limiter.util import get_qualified_name
from limits import parse

from course.people.rate_limits import StoredLimits
from tests import builders
from tests.web.page import Page
from web.http.limits import MARK, account, address, class_code, limiter

if TYPE_CHECKING:
    from flask import Flask

    from course.store.store import Store
    from tests.web.conftest import Clock, Visitor
    from tests.web.town import Town


@pytest.mark.parametrize("typed", ["CDFGHJ", "cdfghj", "cdf-ghj", "CDF%20GHJ", "c-d-f-g-h-j"])
def test_a_class_code_is_one_code_however_it_is_typed(app: Flask, typed: str) -> None:
    with app.test_request_context(f"/sign-in/{typed}/1", method="POST"):
        assert class_code() == "class:CDFGHJ"


def test_an_address_is_one_account_however_it_is_typed(app: Flask) -> None:
    with app.test_request_context("/sign-in", method="POST", data={"email": " Jo@School.example "}):
        assert account() == "staff:jo@school.example"


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
    clock.passes(minutes=3, seconds=30)
    answer = visitor.post("/sign-in", data, hx=hx)
    assert answer.status_code == 429
    assert answer.headers["Retry-After"] == str(11 * 60 + 30)
    assert "Wacht 12 minuten" in Page(answer.text).words
    assert "leerkracht" not in Page(answer.text).words
    clock.passes(minutes=11, seconds=30)
    assert visitor.post("/sign-in", {**data, "password": builders.PASSWORD}).status_code == 303


def test_a_pupil_is_told_how_long_to_wait_and_who_can_help(
    visitor: Visitor, town: Town, clock: Clock, hx: bool
) -> None:
    path = f"/sign-in/{town.open_session().code}/{town.pupil}"
    for _ in range(5):
        visitor.post(path)
    clock.passes(minutes=4, seconds=10)
    answer = visitor.post(path, hx=hx)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "50")
    assert "Wacht 1 minuut, of vraag je leerkracht" in Page(answer.text).words


def test_a_classmate_cannot_guess_a_whole_lesson_long(
    visitor: Visitor, town: Town, clock: Clock, hx: bool
) -> None:
    path = f"/sign-in/{town.open_session().code}/{town.pupil}"
    for tries in (5, 5, 2):
        assert {visitor.post(path).status_code for _ in range(tries)} == {422}
        clock.passes(minutes=5)
    clock.passes(minutes=15)
    answer = visitor.post(path, {"pictures": builders.PICTURES}, hx=hx)
    assert answer.status_code == 429
    assert "Je leerkracht kan je nieuwe plaatjes geven" in Page(answer.text).words
    assert "Wacht" not in Page(answer.text).words, "the lesson is over by then"


def test_of_two_reached_limits_the_longer_is_told(visitor: Visitor, town: Town, clock: Clock) -> None:
    path = f"/sign-in/{town.open_session().code}/{town.pupil}"
    for tries in (3, 4, 5):
        clock.passes(minutes=5)
        assert {visitor.post(path).status_code for _ in range(tries)} == {422}
    assert "nieuwe plaatjes" in Page(visitor.post(path).text).words


def test_who_typed_too_many_codes_is_told_of_the_code_to_scan(visitor: Visitor) -> None:
    for _ in range(20):
        visitor.post("/sign-in/code", {"code": "ZZZZZZ"})
    answer = visitor.post("/sign-in/code", {"code": "ZZZZZZ"})
    assert answer.headers["Retry-After"] == "300"
    assert "scan" in Page(answer.text).words


def test_every_door_where_a_secret_is_tried_counts_and_no_other(app: Flask) -> None:
    """What the limiter itself says of a view, and the mark by which the others are passed over, are the same."""
    limits = limiter.limit_manager
    views = app.view_functions.items()
    limited = {endpoint for endpoint, view in views if limits.decorated_limits(get_qualified_name(view))}
    assert limited == {endpoint for endpoint, view in views if hasattr(view, MARK)}
    assert limited == {
        "sign_in.code",
        "sign_in.tiles",
        "sign_in.pictures",
        "sign_in.staff",
        "account.password",
    }


@pytest.mark.parametrize("path", ["/sign-in", "/account"])
def test_one_address_searches_no_further_however_many_accounts_it_tries(
    visitor: Visitor, town: Town, store: Store, clock: Clock, path: str
) -> None:
    window = parse("200 per 15 minutes")
    counts = StoredLimits(store=store, clock=clock)
    counts.incr(window.key_for("127.0.0.1", "staff"), window.get_expiry(), 199)
    visitor.as_teacher()
    data = {"email": "niemand@school.example", "password": "x", "current": "x", "wanted": "x" * 12}
    statuses = [
        visitor.post(path, {**data, "email": f"{number}@school.example"}).status_code for number in "12"
    ]
    assert statuses == [422, 429]
    right = {"email": town.teacher.email, "password": builders.PASSWORD}
    elsewhere = visitor.leave().client.post("/sign-in", data=right, environ_base={"REMOTE_ADDR": "10.1.1.1"})
    assert elsewhere.status_code == 303
