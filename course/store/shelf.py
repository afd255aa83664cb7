"""Connections kept at hand: borrowed from the pool once and lent again and again."""

from __future__ import annotations

import time
from collections import deque
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, Engine

MOST = 8
"""Connections at hand: as many as the threads of a worker use at once, and some to spare. Others go back to the pool."""


class Shelf:
    """What lies on it has no transaction open; whoever takes a connection puts it back so.

    The way through SQLAlchemy's pool takes as long as a statement, and a request goes it three times.
    """

    __slots__ = ("_engine", "_idle", "_lives")

    def __init__(self, engine: Engine, lives: Callable[[Connection, float], bool]) -> None:
        """Keep connections of this engine; `lives` tells of one whether it can be lent, and since when it lay here."""
        self._engine, self._lives = engine, lives
        self._idle: deque[tuple[Connection, float]] = deque()

    def take(self) -> Connection:
        """Lend the connection that was put back last, or one from the pool."""
        while True:
            try:
                conn, since = self._idle.pop()
            except IndexError:
                return _begun(self._engine.connect())
            if self._lives(conn, since):
                return conn
            conn.invalidate()
            conn.close()

    def put_back(self, conn: Connection) -> None:
        """Take a connection back; one that died shows that the others may have too."""
        if conn.invalidated:
            conn.close()
            self.clear()
        elif len(self._idle) < MOST:
            self._idle.append((conn, time.monotonic()))
        else:
            conn.close()

    def clear(self) -> None:
        """Give every connection back to the pool."""
        while self._idle:
            self._idle.pop()[0].close()


def _begun(conn: Connection) -> Connection:
    """Let SQLAlchemy take a transaction for begun, of which the driver knows nothing.

    Else whoever begins one on it within ours, such as Alembic, would commit ours.
    """
    conn.begin()
    return conn
