"""The threads behind the event loop: they gather an answer, and one that fails is replaced."""

from __future__ import annotations

import asyncio
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

import pytest

from tests.web.serving.test_environ import Asked, Headers
from web.http.bodies import FORM
from web.serving.gateway import Gateway, called


@dataclass
class Protocol:
    """What Granian lends to answer with."""

    answers: list = field(default_factory=list)

    def response_bytes(self, *answer):
        self.answers.append(answer)


def asked(app, times: int = 1) -> list[Protocol]:
    """Ask an application so often, one after the other; in a thread, for a browser's test keeps a loop in this one."""
    protocols = [Protocol() for _ in range(times)]

    async def ask():
        gateway = Gateway(app, lambda _method, _path: FORM, threads=1)
        loop = asyncio.get_running_loop()
        gateway.__rsgi_init__(loop)
        for protocol in protocols:
            await gateway.__rsgi__(Asked(headers=Headers()), protocol)
        gateway.__rsgi_del__(loop)

    with ThreadPoolExecutor(1) as threads:
        threads.submit(lambda: asyncio.run(ask())).result()
    return protocols


def test_what_an_application_writes_and_gives_is_gathered_and_closed():
    closed = []

    class Pieces(list):
        def close(self):
            closed.append(True)

    def app(environ, start_response):
        write = start_response("200 OK", [("A", "b")])
        write(b"one ")
        return Pieces([b"two ", b"three"])

    assert called(app, {}) == (200, [("A", "b")], b"one two three")
    assert closed == [True]


def test_a_status_may_be_said_while_the_answer_is_made():
    def app(environ, start_response):
        start_response("404 Not Found", [])
        yield b"gone"

    assert called(app, {}) == (404, [], b"gone")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_thread_that_fails_is_replaced_and_its_request_left_to_the_server(monkeypatch):
    told = []
    monkeypatch.setattr(threading, "excepthook", lambda failed: told.append(failed.exc_type))
    calls = iter([ZeroDivisionError, ZeroDivisionError, None])

    def app(environ, start_response):
        if failure := next(calls):
            raise failure
        start_response("200 OK", [])
        return [b"fine"]

    first, second, third = asked(app, 3)
    assert (first.answers, second.answers) == ([], [])
    assert third.answers == [(200, [], b"fine")]
    until = time.monotonic() + 10
    while len(told) < 2 and time.monotonic() < until:
        time.sleep(0.01)
    assert told == [ZeroDivisionError, ZeroDivisionError]
