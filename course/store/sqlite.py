"""SQLite as this program wants it: write-ahead log, every commit on disk, writers one after another."""

from __future__ import annotations

import fcntl
import os
import sqlite3
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine, event

from course.errors import Unavailable
from course.reading.foreign import in_our_words
from course.reading.told import told
from course.store.driver_words import in_our_words as of_driver

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import URL, Connection, Engine

BUSY_MS = 5_000
"""How long a statement waits for somebody outside the queue, such as a backup or a checkpoint."""

PRAGMAS = (
    f"PRAGMA busy_timeout={BUSY_MS}",
    "PRAGMA synchronous=FULL",
    "PRAGMA cache_size=-8000",
    "PRAGMA temp_store=MEMORY",
)


class Queue:
    """Lets one writer in at a time, across threads and processes, in order of arrival.

    Left to SQLite, waiting writers poll with growing pauses and overtake each other: the slowest hundredth
    took 614 ms where this takes 63. The lock is the kernel's (`flock` on `<database>.lock`), so a process
    that dies leaves the queue by itself. Every turn opens the file anew, for `flock` tells open files
    apart, not threads.

    Nothing bounds the wait: `flock` can be ended by a signal only, which belongs to the server here, and asking again
    and again instead loses the order of arrival. Only a process that is halted within a write holds up the others.
    """

    __slots__ = ("_path",)

    def __init__(self, address: URL) -> None:
        """Queue for the database at this address."""
        self._path = f"{address.database}.lock"

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Wait for the turn, hold it for the block, give it up on every way out."""
        try:
            handle = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as error:
            why = in_our_words(error.strerror or "")
            raise Unavailable(
                told("can't write %(path)s, beside the database: %(why)s", path=self._path, why=why)
            ) from error
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            fcntl.flock(handle, fcntl.LOCK_UN)
            os.close(handle)


def engine(address: URL, *, foreign_keys: bool = True) -> Engine:
    """Make an engine for a database file; the file is made, in WAL mode, and its folder, when they aren't there yet.

    Only a migration goes without `foreign_keys`.
    """
    _make_folder(address)
    _use_wal(address)
    made = create_engine(
        address,
        isolation_level="AUTOCOMMIT",
        hide_parameters=True,
        skip_autocommit_rollback=True,
        pool_reset_on_return=None,
        pool_size=4,
        max_overflow=28,
        pool_use_lifo=True,
        pool_timeout=10,
        connect_args={"cached_statements": 256},
    )
    event.listen(made, "connect", _prepare)
    if foreign_keys:
        event.listen(made, "connect", _enforce_foreign_keys)
    return made


def lives(_conn: Connection, _since: float) -> bool:
    """Say of every connection that it can be lent: a file does not go away."""
    return True


def _make_folder(address: URL) -> None:
    folder = Path(str(address.database)).absolute().parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        why = in_our_words(error.strerror or "")
        raise Unavailable(
            told("can't make the folder of the database, %(folder)s: %(why)s", folder=folder, why=why)
        ) from error


def _use_wal(address: URL) -> None:
    """Switch the file to WAL inside the queue: the switch needs the file alone, and it lasts."""
    try:
        _make_file(str(address.database))
        with Queue(address).turn(), closing(sqlite3.connect(str(address.database))) as conn:
            conn.execute(PRAGMAS[0])
            conn.execute("PRAGMA journal_mode=WAL")
    except (OSError, sqlite3.Error) as error:
        raise Unavailable(
            told(
                "%(file)s is no database this program can use: %(why)s",
                file=address.database,
                why=of_driver(error),
            )
        ) from error


def _make_file(path: str) -> None:
    """Make a new file for its owner alone, for it holds names of children; SQLite gives its log the same rights.

    A file that is there is never opened here: closing it would drop all locks that this process has on it, and somebody
    else could take away the log that we still write to.
    """
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600))


def _prepare(connection: Any, _record: object) -> None:
    for pragma in PRAGMAS:
        connection.execute(pragma)


def _enforce_foreign_keys(connection: Any, _record: object) -> None:
    connection.execute("PRAGMA foreign_keys=ON")
