"""What a WSGI application is told of a request."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from web.serving.environ import environ_of


class Headers(list):
    """Pairs of names and values, which may come twice."""

    def items(self):
        return list(self)

    def get(self, name, default=None):
        return dict(self).get(name, default)


@dataclass
class Asked:
    """A request as Granian tells of it."""

    method: str = "GET"
    path: str = "/"
    query_string: str = ""
    http_version: str = "1.1"
    scheme: str = "http"
    server: str = "127.0.0.1:8000"
    client: str = "10.0.0.7:50000"
    headers: Headers = field(default_factory=Headers)


def test_an_address_is_held_byte_by_byte():
    told = environ_of(Asked(path="/één", query_string="q=é"), b"")
    assert told["PATH_INFO"].encode("latin-1").decode() == "/één"
    assert told["QUERY_STRING"].encode("latin-1").decode() == "q=é"


@pytest.mark.parametrize(("client", "address"), [("10.0.0.7:50000", "10.0.0.7"), ("[::1]:50000", "::1")])
def test_a_visitor_is_told_by_address_without_port(client, address):
    assert environ_of(Asked(client=client), b"")["REMOTE_ADDR"] == address


def test_headers_that_came_twice_are_both_told():
    told = environ_of(
        Asked(
            headers=Headers(
                [("cookie", "a=1"), ("cookie", "b=2"), ("host", "one.example"), ("host", "two.example")]
            )
        ),
        b"",
    )
    assert told["HTTP_COOKIE"] == "a=1; b=2"
    assert told["HTTP_HOST"] == "one.example,two.example", "which is no host"


def test_a_name_with_an_underscore_passes_for_no_other():
    told = environ_of(Asked(headers=Headers([("x_forwarded_for", "6.6.6.6")])), b"")
    assert "HTTP_X_FORWARDED_FOR" not in told


def test_the_body_is_there_with_its_own_length():
    told = environ_of(Asked(headers=Headers([("content-length", "9"), ("content-type", "a/b")])), b"abc")
    assert (told["CONTENT_LENGTH"], told["CONTENT_TYPE"]) == ("3", "a/b")
    assert told["wsgi.input"].read() == b"abc"


def test_nothing_of_the_process_is_told(monkeypatch):
    monkeypatch.setenv("DEELWIJS_SECRET_KEY", "a secret")
    assert not any(name.startswith("DEELWIJS") for name in environ_of(Asked(), b""))
