"""PostgreSQL as this program wants it: a pool, short waits, and connections that died left behind."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from sqlalchemy import create_engine

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection, Engine

SETTINGS = {
    "jit": "off",
    "timezone": "UTC",
    "lock_timeout": "5s",
    "statement_timeout": "20s",
    "idle_in_transaction_session_timeout": "30s",
}
"""jit: compiling a report's plan takes longer than running it. The timeouts end a wait before the browser
does."""

IDLE_SECONDS = 1.0
"""After so long at hand a connection is tried before it is lent: a restart of the server is noticed
without a failed request, and a busy program never pays for a ping."""

FAILED = 3
"""libpq's PQTRANS_INERROR."""


def engine(address: URL) -> Engine:
    """Make an engine; nothing is connected yet."""
    options = " ".join(f"-c {name}={value}" for name, value in SETTINGS.items())
    return create_engine(
        address,
        isolation_level="AUTOCOMMIT",
        hide_parameters=True,
        skip_autocommit_rollback=True,
        pool_reset_on_return=None,
        pool_size=16,
        max_overflow=16,
        pool_use_lifo=True,
        pool_timeout=10,
        connect_args={"options": options, "connect_timeout": 5, "application_name": "deelwijs"},
    )


def lives(conn: Connection, since: float) -> bool:
    """Whether the server still knows a connection that was used last at this moment of the monotonic clock."""
    if time.monotonic() - since < IDLE_SECONDS:
        return True
    driver: Any = conn.connection.dbapi_connection
    try:
        driver.execute("SELECT 1")
    except conn.dialect.loaded_dbapi.Error:
        return False
    return True


def has_failed(conn: Connection) -> bool:
    """Whether a statement failed in the open transaction: COMMIT would then roll back without an error."""
    driver: Any = conn.connection.dbapi_connection
    return driver is not None and int(driver.info.transaction_status) == FAILED
