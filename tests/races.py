"""Two threads that meet in the middle of what they do, so that a missing lock shows every time."""

from __future__ import annotations

from contextlib import contextmanager, suppress
from threading import Barrier, BrokenBarrierError
from typing import TYPE_CHECKING

from sqlalchemy import event

if TYPE_CHECKING:
    from collections.abc import Iterator

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
