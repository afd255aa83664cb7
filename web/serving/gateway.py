"""Hands requests to a WSGI application once they are whole, in a few threads.

A thread is dear: it works on one answer, and there are as many as the processor can use. So nobody who is slow holds one:
what comes in is read by the event loop within its route's bound, what goes out is sent by the server after the thread has
gone on to the next.
"""

from __future__ import annotations

from queue import SimpleQueue
from threading import Thread, current_thread
from typing import TYPE_CHECKING, Any, NamedTuple

from web.http.bodies import REFUSED
from web.serving.body import Turned, has_body, read
from web.serving.environ import environ_of

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop, Future
    from collections.abc import Callable
    from http import HTTPStatus
    from wsgiref.types import WSGIApplication

    from granian.rsgi import HTTPProtocol, Scope

    from web.http.bodies import Bound

THREADS = 4
"""Per worker: enough to work on while another thread waits for the disk; more only queue for the interpreter."""
CLOSE = ("Connection", "close")
"""Said where a part of the body was left unread: what comes after it can't be told from it."""


class Job(NamedTuple):
    """A request that is whole, or was turned away with a status."""

    scope: Scope
    protocol: HTTPProtocol
    body: bytes
    refused: HTTPStatus | None
    answered: Future[None]


class Gateway:
    """An RSGI application around a WSGI application."""

    def __init__(
        self, app: WSGIApplication, bound_at: Callable[[str, str], Bound], threads: int = THREADS
    ) -> None:
        self._app, self._bound_at = app, bound_at
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._threads = [Thread(target=self._work, daemon=True) for _ in range(threads)]
        self._loop: AbstractEventLoop

    def __rsgi_init__(self, loop: AbstractEventLoop) -> None:
        """Begin, once the worker's event loop is there."""
        self._loop = loop
        for thread in self._threads:
            thread.start()

    def __rsgi_del__(self, _loop: AbstractEventLoop) -> None:
        """End: whoever works finishes that answer."""
        for _ in self._threads:
            self._jobs.put(None)
        for thread in self._threads:
            thread.join()

    async def __rsgi__(self, scope: Scope, protocol: HTTPProtocol) -> None:
        """Read the body, and wait until a thread has answered."""
        body, refused = b"", None
        if has_body(scope):
            try:
                body = await read(scope, protocol, self._bound_at)
            except Turned as turned:
                refused = turned.status
        answered = self._loop.create_future()
        self._jobs.put(Job(scope, protocol, body, refused, answered))
        await answered

    def _work(self) -> None:
        """Answer until the end. Flask answers its own failures; where one comes through, another thread takes over."""
        try:
            while (job := self._jobs.get()) is not None:
                self._answer(job)
        except BaseException:
            other = Thread(target=self._work, daemon=True)
            self._threads[self._threads.index(current_thread())] = other
            other.start()
            raise

    def _answer(self, job: Job) -> None:
        """Hand the answer over, and wake who waits for it; where there is none, the server says 500."""
        environ = environ_of(job.scope, job.body)
        if job.refused:
            environ[REFUSED] = job.refused
        try:
            status, headers, body = called(self._app, environ)
            job.protocol.response_bytes(status, [*headers, CLOSE] if job.refused else headers, body)
        finally:
            self._loop.call_soon_threadsafe(_done, job.answered)


def called(app: WSGIApplication, environ: dict[str, Any]) -> tuple[int, list[tuple[str, str]], bytes]:
    """Call a WSGI application, and gather its whole answer: status, headers, body."""
    begun: list[Any] = []
    pieces: list[bytes] = []

    def start_response(status: str, headers: list[tuple[str, str]], _failed: Any = None, /) -> Any:
        begun[:] = int(status[:3]), headers
        return pieces.append

    answer = app(environ, start_response)
    try:
        pieces.extend(answer)
    finally:
        if close := getattr(answer, "close", None):
            close()
    status, headers = begun
    return status, headers, b"".join(pieces)


def _done(answered: Future[None]) -> None:
    """Wake who waits, unless the server gave the request up."""
    if not answered.done():
        answered.set_result(None)
