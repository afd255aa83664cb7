"""Writers of one process that wait share a transaction: its COMMIT, which waits for the disk, serves them all."""

from __future__ import annotations

from collections import deque
from contextlib import contextmanager
from threading import Lock
from typing import TYPE_CHECKING

from course.errors import Unavailable
from course.store.driver import send

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection

MOST = 16
"""Writers that share one transaction; nobody waits for more than so many others."""


class Part:
    """One writer's part in a transaction, and the lock at which it waits: for its turn, and then for the COMMIT."""

    __slots__ = ("signal", "whole")

    def __init__(self) -> None:
        self.signal = Lock()
        self.signal.acquire()
        self.whole: Whole | None = None
        """The transaction that it was let into; None for who opens one."""


class Whole:
    """An open transaction, the parts that wait for its COMMIT, and what went wrong with it."""

    __slots__ = ("conn", "error", "parts", "transaction")

    def __init__(self, transaction: AbstractContextManager[Connection]) -> None:
        self.transaction, self.conn = transaction, transaction.__enter__()
        self.parts: list[Part] = []
        self.error: BaseException | None = None

    def end(self) -> None:
        """Commit, or undo everything after an error; a COMMIT that fails is an error."""
        error = self.error
        try:
            self.transaction.__exit__(type(error) if error else None, error, None)
        except BaseException as failed:  # noqa: BLE001 - each part raises it
            self.error = error or failed


class Sharing:
    """Lets writers in one after another, in order of arrival.

    Whoever is done lets the next into the same transaction and waits; the last, whom nobody waits behind, commits for
    all. So each is acknowledged after the COMMIT that holds its rows, and a COMMIT that fails fails for all of them.
    A part that fails is undone alone: every part but the first has a savepoint, and the first has nobody before it.
    """

    __slots__ = ("_busy", "_guard", "_transaction", "_waiting")

    def __init__(self, transaction: Callable[[], AbstractContextManager[Connection]]) -> None:
        """Share what this opens: a transaction on disk after a normal exit and undone after any error."""
        self._transaction = transaction
        self._guard = Lock()
        self._waiting: deque[Part] = deque()
        self._busy = False

    @property
    def waiting(self) -> int:
        """Writers that wait for their turn in this process."""
        return len(self._waiting)

    @contextmanager
    def part(self) -> Iterator[Connection]:
        """Lend the connection for one writer's statements; on disk after a normal exit, undone after any error."""
        part = Part()
        whole = self._enter(part)
        is_first = part.whole is None
        try:
            if not is_first:
                send(whole.conn, "SAVEPOINT part")
            yield whole.conn
            if not is_first:
                send(whole.conn, "RELEASE part")
        except BaseException as error:
            _undo(whole, error, is_first=is_first)
            self._leave(whole)
            raise
        self._leave(whole, part)

    def _enter(self, part: Part) -> Whole:
        with self._guard:
            must_wait = self._busy
            self._busy = True
            if must_wait:
                self._waiting.append(part)
        if must_wait:
            part.signal.acquire()
        if part.whole is not None:
            return part.whole
        try:
            return Whole(self._transaction())
        except BaseException:
            self._let_in()
            raise

    def _leave(self, whole: Whole, part: Part | None = None) -> None:
        """Let the next in or end it all; whoever gives a `part` comes back when it is on disk, and raises when it isn't."""
        if part is not None:
            whole.parts.append(part)
        if whole.error is None and len(whole.parts) < MOST and self._let_in(whole):
            if part is not None:
                part.signal.acquire()
                if whole.error is not None:
                    raise Unavailable("the transaction that this write shared was undone") from whole.error
            return
        self._end(whole)
        if part is not None and whole.error is not None:
            raise whole.error

    def _let_in(self, whole: Whole | None = None) -> bool:
        """Give the turn to who waits longest; where nobody does, only the end of a transaction gives it up."""
        with self._guard:
            if not self._waiting:
                self._busy = whole is not None
                return False
            following = self._waiting.popleft()
        following.whole = whole
        following.signal.release()
        return True

    def _end(self, whole: Whole) -> None:
        whole.end()
        self._let_in()
        for part in whole.parts:
            part.signal.release()


def _undo(whole: Whole, error: BaseException, *, is_first: bool) -> None:
    """Undo one part; where that can't be done, or took the whole along, all parts are lost with it."""
    if is_first:
        whole.error = error
        return
    try:
        send(whole.conn, "ROLLBACK TO part")
        send(whole.conn, "RELEASE part")
    except BaseException:  # noqa: BLE001 - what came first is told
        whole.error = error
