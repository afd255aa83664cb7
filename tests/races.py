"""Two threads that meet in the middle of what they do, so that a missing lock shows every time."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from threading import Barrier, BrokenBarrierError, Thread, get_ident
from typing import TYPE_CHECKING

from sqlalchemy import event

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from course.store.store import Store

PATIENCE = 1
"""Seconds that who comes first waits for the other, who is held up where there is a lock."""


@contextmanager
def meeting_before(store: Store, statement: str) -> Iterator[None]:
    """Let two threads send statements that begin so at the same moment, unless a lock keeps the second away."""
    barrier = Barrier(2)

    def wait(_conn: object, _cursor: object, sent: str, *_rest: object) -> None:
        if sent.startswith(statement):
            with suppress(BrokenBarrierError):
                barrier.wait(PATIENCE)

    event.listen(store.engine, "before_cursor_execute", wait)
    try:
        yield
    finally:
        event.remove(store.engine, "before_cursor_execute", wait)


@contextmanager
def coming_between(store: Store, statement: str, comes: Callable[[], object]) -> Iterator[list[object]]:
    """Let somebody come at the moment before the first statement that begins so, and go on once they wait or are done.

    Gives what came of it, or was raised, after the block.
    """
    given: list[object] = []
    own, threads = get_ident(), list[Thread]()

    def run() -> None:
        try:
            given.append(comes())
        except Exception as error:  # noqa: BLE001 - the test looks at it
            given.append(error)

    def come(_conn: object, _cursor: object, sent: str, *_rest: object) -> None:
        if get_ident() == own and sent.startswith(statement) and not threads:
            threads.append(Thread(target=run))
            threads[0].start()
            threads[0].join(PATIENCE / 4)

    event.listen(store.engine, "before_cursor_execute", come)
    try:
        yield given
    finally:
        event.remove(store.engine, "before_cursor_execute", come)
        for thread in threads:
            thread.join()
