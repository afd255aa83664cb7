"""Connections as they were at commit d41893f, copied and left alone: the floor that stays where it is.

A floor on the application's own store gets faster with every improvement of the store, and would hide it.
"""

import fcntl
import os
import time
from contextlib import contextmanager, suppress

from sqlalchemy import create_engine, event
from sqlalchemy.exc import DBAPIError, DisconnectionError

from course.store.address import parse

SETTINGS = {
    "jit": "off",
    "timezone": "UTC",
    "lock_timeout": "5s",
    "statement_timeout": "20s",
    "idle_in_transaction_session_timeout": "30s",
}
PRAGMAS = (
    "busy_timeout=5000",
    "synchronous=FULL",
    "cache_size=-8000",
    "temp_store=MEMORY",
    "foreign_keys=ON",
)
COMMON = {
    "isolation_level": "AUTOCOMMIT",
    "hide_parameters": True,
    "skip_autocommit_rollback": True,
    "pool_reset_on_return": None,
    "pool_use_lifo": True,
    "pool_timeout": 10,
}


class Frozen:
    """Lends connections as `Store` did: one from the pool for every block, one transaction and one turn per write."""

    def __init__(self, url: str) -> None:
        address = parse(url)
        if address.get_backend_name() == "sqlite":
            self._lock, self._begin = f"{address.database}.lock", "BEGIN IMMEDIATE"
            self.engine = create_engine(
                address, pool_size=4, max_overflow=28, connect_args={"cached_statements": 256}, **COMMON
            )
            event.listen(self.engine, "connect", _prepare)
        else:
            self._lock, self._begin = "", "BEGIN"
            options = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
            self.engine = create_engine(
                address, pool_size=16, max_overflow=16, connect_args={"options": options}, **COMMON
            )
            event.listen(self.engine, "checkin", _note_idle)
            event.listen(self.engine, "checkout", _try_when_idle)

    @contextmanager
    def read(self):
        with self.engine.connect() as conn:
            yield conn

    @contextmanager
    def write(self):
        with self._turn(), self.engine.connect() as conn:
            conn.exec_driver_sql(self._begin)
            try:
                yield conn
                if not self._lock:
                    assert conn.connection.dbapi_connection.info.transaction_status != 3
                conn.exec_driver_sql("COMMIT")
            except BaseException:
                with suppress(DBAPIError):
                    conn.exec_driver_sql("ROLLBACK")
                raise

    @contextmanager
    def _turn(self):
        if not self._lock:
            yield
            return
        handle = os.open(self._lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
        finally:
            fcntl.flock(handle, fcntl.LOCK_UN)
            os.close(handle)


def _prepare(connection, _record) -> None:
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _note_idle(_connection, record) -> None:
    record.info["idle_since"] = time.monotonic()


def _try_when_idle(connection, record, _proxy) -> None:
    since = record.info.get("idle_since")
    if since is None or time.monotonic() - since < 1.0:
        return
    try:
        connection.execute("SELECT 1")
    except Exception as error:
        raise DisconnectionError("the server closed this connection") from error
