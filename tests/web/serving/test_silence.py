"""Who is slow or silent keeps nobody waiting but themselves: the served program, with connections that say half of it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import httpx
import pytest

from course.store.store import Store
from tests import builders
from tests.cli.served import served
from tests.web.page import Page
from tests.web.serving.raw import (
    FORM,
    HALF_A_CHUNK,
    HALF_A_FORM,
    PATIENCE,
    asked,
    connected,
    heard,
    silent,
    status_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from tests.cli.served import Served

pytestmark = pytest.mark.proof

SILENT = 200


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, str]]:
    """The program with its two workers, and the address of a teacher who may sign in."""
    folder: Path = tmp_path_factory.mktemp("served")
    with served(folder) as program:
        store = Store.open(f"sqlite:///{folder / 'deelwijs.db'}")
        teacher = builders.a_teacher(store)
        store.close()
        yield program, teacher.email


@pytest.fixture
def client(running: tuple[Served, str]) -> Iterator[httpx.Client]:
    program, _ = running
    with httpx.Client(
        base_url=f"http://127.0.0.1:{program.port}", timeout=PATIENCE, follow_redirects=True
    ) as made:
        yield made


def test_everybody_is_answered_beside_two_hundred_silent_connections(
    running: tuple[Served, str], client: httpx.Client
) -> None:
    program, email = running
    with silent(program.port, SILENT):
        for _ in range(20):
            assert httpx.get(f"{client.base_url}/health", timeout=PATIENCE).status_code == 200
        token = Page(client.get("/sign-in").text).form("/language").value("csrf_token")
        who = {"csrf_token": token, "email": email, "password": builders.PASSWORD}
        assert client.post("/sign-in", data=who).url.path == "/teacher/"
        for step in range(3):
            move = Page(client.get("/learn/lessons/leerlingen-als-vriend").text).form("/choices")
            assert move.value("step") == str(step)
            assert (
                client.post(move.action, data=dict(move.fields) | dict(move.buttons[:1])).status_code == 200
            )


def test_a_form_that_never_ends_is_given_up_with_a_page_that_says_so(running: tuple[Served, str]) -> None:
    program, _ = running
    for half in (HALF_A_FORM, HALF_A_CHUNK):
        answer = asked(program.port, half)
        assert status_of(answer) == 408
        assert "Het duurde te lang" in answer.decode()
        assert b"connection: close" in answer.lower()


def test_half_of_the_headers_are_given_up(running: tuple[Served, str]) -> None:
    program, _ = running
    with connected(program.port, b"GET / HTTP/1.1\r\nHost: 127.0.0") as connection:
        answer = heard(connection)
        assert not answer or status_of(answer) == 408


def test_a_form_that_says_that_it_is_too_large_is_refused_with_a_page(running: tuple[Served, str]) -> None:
    program, _ = running
    head = b"POST /sign-in HTTP/1.1\r\n" + FORM + b"Content-Length: %d\r\n\r\n"
    for size in (9_000, 70_000):
        answer = asked(program.port, head % size + b"x" * size)
        assert status_of(answer) == 413
        assert "te groot" in answer.decode()
    assert status_of(asked(program.port, head % 2**40)) == 413


def test_chunks_are_counted(running: tuple[Served, str]) -> None:
    program, _ = running
    head = b"POST /sign-in HTTP/1.1\r\n" + FORM + b"Transfer-Encoding: chunked\r\n\r\n"
    many = b"".join(b"400\r\n" + b"x" * 0x400 + b"\r\n" for _ in range(9))
    assert status_of(asked(program.port, head + many + b"0\r\n\r\n")) == 413


def test_chunks_are_read_as_a_form(running: tuple[Served, str]) -> None:
    program, _ = running
    body = b"b\r\nemail=a@b.nl\r\n0\r\n\r\n".replace(b"b\r\nemail", b"c\r\nemail", 1)
    head = b"POST /sign-in HTTP/1.1\r\n" + FORM + b"Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
    answer = asked(program.port, head + body)
    assert status_of(answer) == 400, "without a token"
    assert "te lang open" in answer.decode()


def test_nobody_is_told_to_go_on_with_a_form_that_is_too_large(running: tuple[Served, str]) -> None:
    program, _ = running
    answer = asked(
        program.port,
        b"POST /sign-in HTTP/1.1\r\n" + FORM + b"Expect: 100-continue\r\nContent-Length: 2000000\r\n\r\n",
    )
    assert status_of(answer) == 413


def test_a_form_is_asked_for_where_the_client_waits(running: tuple[Served, str]) -> None:
    program, _ = running
    head = (
        b"POST /sign-in HTTP/1.1\r\n"
        + FORM
        + b"Connection: close\r\nExpect: 100-continue\r\nContent-Length: 3\r\n\r\n"
    )
    with connected(program.port, head) as connection:
        assert status_of(connection.recv(65536)) == 100
        connection.sendall(b"a=b")
        assert status_of(heard(connection)) == 400


def test_two_requests_at_once_are_answered_in_their_order(running: tuple[Served, str]) -> None:
    program, _ = running
    one = b"GET /health HTTP/1.1\r\nHost: 127.0.0.1\r\n"
    answers = asked(program.port, one + b"\r\n" + one + b"Connection: close\r\n\r\n")
    assert answers.count(b"HTTP/1.1 200") == answers.count(b"fine\n") == 2


def test_a_head_and_an_old_browser_are_answered(running: tuple[Served, str]) -> None:
    program, _ = running
    head = asked(program.port, b"HEAD /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
    assert status_of(head) == 200
    assert head.endswith(b"\r\n\r\n")
    assert status_of(asked(program.port, b"GET /health HTTP/1.0\r\n\r\n")) == 200


def test_who_leaves_in_the_middle_is_not_missed(running: tuple[Served, str]) -> None:
    """Of a request as of an answer; many times, for what is left behind would pile up."""
    program, _ = running
    page = b"GET /sign-in HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
    for _ in range(50):
        for sent in (HALF_A_FORM, HALF_A_CHUNK, page):
            with suppress(OSError):
                connected(program.port, sent).close()
    assert program.answers()


def test_a_proxys_headers_cannot_be_said_with_an_underscore(running: tuple[Served, str]) -> None:
    """A proxy takes care of `X-Forwarded-Host`; the other name would be taken for it."""
    program, _ = running
    asked_so = b"GET /learn/ HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nHX_Request: true\r\n\r\n"
    assert b"<html" in asked(program.port, asked_so)
