"""The one door to the database: reads that open no transaction, and writes that queue for theirs."""

from __future__ import annotations

from contextlib import contextmanager, nullcontext
from threading import local
from typing import TYPE_CHECKING, Any

from sqlalchemy.exc import DBAPIError, IntegrityError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from course.errors import Clash, Unavailable
from course.reading.told import told
from course.store import postgresql, sqlite
from course.store.address import parse
from course.store.driver import send
from course.store.driver_words import in_our_words
from course.store.migrations import HEAD, revisions
from course.store.sharing import Sharing
from course.store.shelf import Shelf

if TYPE_CHECKING:
    from collections.abc import Iterator
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection, Engine

    from course.reading.told import Told

SQLITE_BEGIN = "BEGIN IMMEDIATE"
"""A deferred BEGIN that turns into a write fails at once with "database is locked" when another writer was
first."""
EMPTY = told(
    "the database is empty. A new board begins with: deelwijs init. For the tables alone: deelwijs migrate"
)
OLDER = told("the database is of an older version of the program. Run: deelwijs migrate")
NEWER = told(
    "the database is of a newer version of the program than this one. "
    "Install that version again, or put back a copy of the database from before it"
)


class Store:
    """A database with its pool of connections, shared by every thread of a process.

    Both databases run in the driver's autocommit mode, and `write` says BEGIN and COMMIT itself: a read
    costs its SELECT and nothing more, and what is sent is the same on both.
    """

    __slots__ = ("_shelf", "_thread", "_write", "engine", "queue", "sharing")

    def __init__(self, engine: Engine, queue: sqlite.Queue | None) -> None:
        """Take an engine of `sqlite` or `postgresql`, and the queue in which SQLite's writers wait.

        Writers that wait share a transaction there; PostgreSQL's write side by side, and their COMMITs share a wait.
        """
        self.engine = engine
        self.queue = queue
        self._shelf = Shelf(engine, sqlite.lives if queue else postgresql.lives)
        self.sharing = Sharing(self._transaction) if queue else None
        self._write = self.sharing.part if self.sharing else self._transaction
        self._thread = _Thread()

    @classmethod
    def open(cls, url: str) -> Store:
        """Open `sqlite:///path` (made when absent) or `postgresql+psycopg://…`; no table is looked at.

        Raises Unavailable when the address can't be used.
        """
        address = parse(url)
        with _translated():
            if address.get_backend_name() == "sqlite":
                return cls(sqlite.engine(address), sqlite.Queue(address))
            return cls(postgresql.engine(address), None)

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """Lend a connection for SELECTs; each sees what is committed at its moment, and no BEGIN is sent."""
        with _translated(), self._lent() as conn:
            yield conn

    @contextmanager
    def write(self, *, lone: bool = False) -> Iterator[Connection]:
        """Lend a connection for one transaction: on disk after a normal exit, undone after any error.

        Read what can be read before it: on SQLite everybody else's write waits for this block. RuntimeError where a
        block already writes in this thread, for it would wait for itself.

        A block that sends no more than one statement says that it is `lone`: PostgreSQL makes a transaction of it by
        itself, and nobody waits there for a BEGIN and for a COMMIT.
        """
        if self._thread.writes:
            raise RuntimeError("a write within a write would wait for itself")
        self._thread.writes = True
        try:
            with _translated(), self._lent() if lone and self.queue is None else self._write() as conn:
                yield conn
        finally:
            self._thread.writes = False

    def is_current(self) -> bool:
        """Whether the tables are those of this version of the program; cheap enough for every start."""
        return not self.unfit()

    def unfit(self) -> Told | None:
        """Say why this version of the program can't use the tables, and what to do; None when it can."""
        with _translated():
            version = self._version()
        if version == HEAD:
            return None
        if version is None:
            return EMPTY
        return OLDER if version in revisions() else NEWER

    def migrate(self) -> None:
        """Bring the tables to those of this version, in one transaction; nothing happens when they are.

        Raises Unavailable for tables of a newer version, which this one does not know the way back from.
        """
        why = self.unfit()
        if why == NEWER:
            raise Unavailable(why)
        if why:
            from course.store.migrate import upgrade

            upgrade(self)

    def close(self) -> None:
        """Close every connection that nobody uses; call it when the process ends."""
        self._shelf.clear()
        self.engine.dispose()

    def _version(self) -> str | None:
        """Read the revision of the tables; None where there are none."""
        try:
            with self.engine.connect() as conn:
                version: str | None = conn.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
        except ProgrammingError:
            return None
        except DBAPIError as error:
            if "no such table" in str(error):
                return None
            raise
        return version

    @contextmanager
    def _lent(self) -> Iterator[Connection]:
        conn = self._shelf.take()
        try:
            yield conn
        finally:
            self._shelf.put_back(conn)

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        with self._turn(), self._lent() as conn:
            self._begin(conn)
            try:
                yield conn
                self._commit(conn)
            except BaseException:
                _roll_back(conn)
                raise

    def _turn(self) -> AbstractContextManager[Any]:
        return self.queue.turn() if self.queue else nullcontext()

    def _begin(self, conn: Connection) -> None:
        begin = SQLITE_BEGIN if self.queue else "BEGIN"
        try:
            send(conn, begin)
        except DBAPIError as error:
            if not error.connection_invalidated:
                raise
            conn.rollback()
            conn.begin()
            send(conn, begin)

    def _commit(self, conn: Connection) -> None:
        if self.queue is None and postgresql.has_failed(conn):
            raise Clash(told("a statement of this transaction failed; it can't be committed"))
        send(conn, "COMMIT")


class _Thread(local):
    """What this thread does with a store."""

    writes = False


def _roll_back(conn: Connection) -> None:
    """Undo what is open; a connection that can't is thrown away, never handed on with half a transaction."""
    if conn.invalidated:
        return
    try:
        send(conn, "ROLLBACK")
    except DBAPIError:
        conn.invalidate()


@contextmanager
def _translated() -> Iterator[None]:
    """Turn the database's errors into the course's; a mistake in our own SQL stays what it is."""
    try:
        yield
    except IntegrityError as error:
        raise Clash(told("the database refused it: %(why)s", why=in_our_words(error.orig))) from error
    except ProgrammingError:
        raise
    except DBAPIError as error:
        raise Unavailable(
            told("the database can't be reached: %(why)s", why=in_our_words(error.orig))
        ) from error
    except PoolTimeout as error:
        raise Unavailable(told("the database can't be reached: %(why)s", why=in_our_words(error))) from error
