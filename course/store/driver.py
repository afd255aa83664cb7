"""SQL handed to the driver as it is: what SQLAlchemy does around a statement takes longer than most of ours take to run.

Whoever listens to the engine still hears every statement, and errors still come as SQLAlchemy's, with the same care for
connections that died. That takes two private names of SQLAlchemy, `PRIVATE`, which a test looks for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import Connection

PRIVATE = ("_has_events", "_handle_dbapi_exception")


def send(conn: Connection, sql: str, values: Any = ()) -> Any:
    """Run one statement, its values as the driver wants them; gives the driver's cursor."""
    if conn.engine._has_events:  # noqa: SLF001 - see the module
        for hear in conn.dispatch.before_cursor_execute:
            hear(conn, None, sql, values, None, False)  # noqa: FBT003 - the listener's signature
    driver: Any = conn.connection.dbapi_connection
    try:
        return driver.execute(sql, values)
    except conn.dialect.loaded_dbapi.Error as error:
        conn._handle_dbapi_exception(error, sql, values, None, None)  # noqa: SLF001 - see the module
