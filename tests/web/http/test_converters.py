"""Nonsense from outside: no address, number or text brings the program down, on either database."""

from __future__ import annotations

import pytest

from tests.web.page import Page
from web.http.converters import LARGEST, whole


@pytest.mark.parametrize(
    "typed", ["", "x", "1e3", "1.0", "0x10", str(LARGEST + 1), "-" + "9" * 30, "9" * 6000]
)
def test_what_is_no_number_that_can_be_kept_is_refused(typed):
    with pytest.raises(ValueError):  # noqa: PT011 - int() has no message of its own
        whole(typed)


@pytest.mark.parametrize(("typed", "number"), [("0", 0), ("-1", -1), ("12", 12), (str(LARGEST), LARGEST)])
def test_a_number_is_read(typed, number):
    assert whole(typed) == number


@pytest.mark.parametrize(
    "path",
    [
        "/static/%00",
        "/static/css/%00.css",
        "/pictures/lessons/mag-deze-foto/%00.svg",
        "/%00",
        "/sign-in/class/%00",
    ],
)
def test_an_address_with_nul_is_not_found(visitor, hx, path):
    assert visitor.get(path, hx=hx).status_code == 404


@pytest.mark.parametrize("data", [{"email": "a\x00@school.example", "password": "x"}, {"\x00": "x"}])
def test_a_form_with_nul_is_told(visitor, hx, data):
    answer = visitor.post("/sign-in", data, hx=hx)
    assert answer.status_code == 422
    assert Page(answer.text).words


def test_bytes_that_are_no_text_are_told(visitor):
    answer = visitor.post(
        "/sign-in/code", b"code=%ff%fe\xff", content_type="application/x-www-form-urlencoded"
    )
    assert answer.status_code == 422


@pytest.mark.parametrize(
    "path",
    [
        "/learn/%ff%fe",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/" + "a" * 5000,
    ],
)
def test_a_strange_address_is_not_found(visitor, hx, path):
    answer = visitor.get(path, hx=hx)
    assert answer.status_code == 404
    assert Page(answer.text).words


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"])
def test_an_unknown_method_is_told(visitor, method):
    assert visitor.client.open("/", method=method).status_code == 405


def test_an_unforeseen_error_is_told_kindly_and_shows_nothing_of_the_inside(guarded, hx, monkeypatch):
    def breaks(*_args, **_words):
        raise RuntimeError("the secret inside")

    monkeypatch.setattr("web.sign_in.routes._has_begun", lambda: True)
    monkeypatch.setattr("web.sign_in.routes.CodeForm", breaks)
    headers = {"HX-Request": "true"} if hx else {}
    answer = guarded.test_client().get("/", headers=headers)
    assert answer.status_code == 500
    assert "secret" not in answer.text
    assert "Traceback" not in answer.text
    assert Page(answer.text).words
