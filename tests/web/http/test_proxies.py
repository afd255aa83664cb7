"""What stands in front of the program: proxies that are trusted, those that are not, and the names that it goes by."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest
from flask import request
from werkzeug.test import create_environ

from web.app import make_app
from web.config import Config
from web.serving.gateway import called

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask.testing import FlaskClient

    from course.library import Library
    from course.store.store import Store

CHAIN = "6.6.6.6, 10.0.0.7, 10.0.0.8"
"""What a visitor at 10.0.0.7 sends who claims to be 6.6.6.6, as the outer of two proxies passes it on."""


@pytest.fixture
def served(store: Store, library: Library) -> Callable[..., FlaskClient]:
    """The application with settings; `/whoami` tells whom it takes the visitor for."""

    def made(**settings: object) -> FlaskClient:
        config = Config(database="sqlite://", content=library.root, secret_key="x", **settings)
        app = make_app(config, store=store, library=library)
        app.before_request_funcs.setdefault(None, []).insert(0, lambda: str(request.remote_addr))
        return app.test_client()

    return made


@pytest.mark.parametrize(
    ("proxies", "visitor"), [(0, "127.0.0.1"), (1, "10.0.0.8"), (2, "10.0.0.7"), (3, "6.6.6.6")]
)
def test_a_visitors_address_is_told_by_as_many_proxies_as_are_trusted(
    served: Callable[..., FlaskClient], proxies: int, visitor: str
) -> None:
    """Whatever a visitor puts before it counts for nothing, or nobody who searches would ever be slowed down."""
    answer = served(proxies=proxies).get("/", headers={"X-Forwarded-For": CHAIN})
    assert answer.text == visitor


def test_a_proxy_that_nobody_was_told_of_is_warned_of_once(
    served: Callable[..., FlaskClient], caplog: pytest.LogCaptureFixture
) -> None:
    client = served()
    with caplog.at_level(logging.WARNING):
        client.get("/")
        assert caplog.text == ""
        for _ in range(3):
            client.get("/", headers={"X-Forwarded-For": "10.0.0.7"})
    (warned,) = caplog.messages
    assert "DEELWIJS_PROXIES" in warned
    assert "10.0.0.7" not in warned


def test_a_trusted_proxy_is_no_reason_to_warn(
    served: Callable[..., FlaskClient], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        served(proxies=1).get("/", headers={"X-Forwarded-For": "10.0.0.7"})
    assert caplog.text == ""


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("leren.school.example", 200),
        ("leren.school.example:8443", 200),
        ("127.0.0.1:8000", 200),
        ("localhost", 200),
        ("evil.example", 400),
        ("leren.school.example.evil.example", 400),
        ("10.0.0.1", 400),
        ("<x>", 400),
        ("school.example:99999", 400),
    ],
)
def test_only_the_names_that_are_set_are_answered_to(
    served: Callable[..., FlaskClient], host: str, status: int
) -> None:
    client = served(hosts=("leren.school.example",))
    answer = client.get("/", headers={"Host": host})
    assert answer.status_code == status
    assert "evil" not in answer.text


def test_a_proxy_may_not_bring_another_name_either(served: Callable[..., FlaskClient]) -> None:
    client = served(hosts=("leren.school.example",), proxies=1)
    asked = {"Host": "127.0.0.1:8000", "X-Forwarded-Host": "evil.example"}
    assert client.get("/", headers=asked).status_code == 400
    assert client.get("/", headers=asked | {"X-Forwarded-Host": "leren.school.example"}).status_code == 200


@pytest.mark.parametrize("path", ["/", "/health", "/sign-in", "/nowhere", "/static/css/app.css"])
@pytest.mark.parametrize(
    "host",
    [
        "a..b",
        f"{'a' * 64}.example",
        f"{'a' * 64}:8000",
        ".",
        ".example",
        "a:99999",
        "a:x",
        "a b",
        "[::1",
        "xn--a",
        "one.example,two.example",
        "a/b",
        "a@b",
        "\u00e9..b",
    ],
)
def test_a_name_that_none_can_have_is_refused_on_every_path(
    served: Callable[..., FlaskClient], host: str, path: str
) -> None:
    """Not one of them may fail on our side, whoever asks. Werkzeug's own client fails at some, so it does not ask here."""
    environ = {**create_environ(path), "HTTP_HOST": host.encode().decode("latin-1")}
    status, _, _ = called(served().application.wsgi_app, environ)
    assert status == 400


@pytest.mark.parametrize(
    "host", ["leren.school.example", "10.0.0.7:8000", "[::1]:8000", "xn--lren-bpa.example"]
)
def test_every_name_that_can_be_one_is_answered_to_where_none_are_set(
    served: Callable[..., FlaskClient], host: str
) -> None:
    assert served().get("/", headers={"Host": host}).status_code == 200
