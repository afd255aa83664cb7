"""Bringing a database to another revision.

Imports Alembic, which is slow: import this only to migrate.
"""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config

from course.errors import Clash
from course.reading.told import told
from course.store import sqlite
from course.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

FOLDER = Path(__file__).parent / "migrations"

ALONE = (
    "SET LOCAL statement_timeout = 0",
    "SET LOCAL lock_timeout = '60s'",
    "SELECT pg_advisory_xact_lock(7233457)",
)
"""On PostgreSQL: altering may take long, and of two programs that start at once the second waits and finds
it done."""


def upgrade(store: Store, revision: str = "head") -> None:
    """Go up to a revision in one transaction, or change nothing at all."""
    with _altering(store) as config:
        command.upgrade(config, revision)


def downgrade(store: Store, revision: str) -> None:
    """Go down to a revision ("base" drops every table) in one transaction, or change nothing at all."""
    with _altering(store) as config:
        command.downgrade(config, revision)


@contextmanager
def _altering(store: Store) -> Iterator[Config]:
    """Lend a transaction in which tables may be altered.

    SQLite alters a table by making it anew, and dropping the old one would delete, by cascade, all that
    points to it. Foreign keys can't be switched off inside a transaction, hence an engine that never
    switched them on; what the migration left is checked before the commit.
    """
    on_sqlite = store.engine.dialect.name == "sqlite"
    door = Store(sqlite.engine(store.engine.url, foreign_keys=False), store.queue) if on_sqlite else store
    try:
        with door.write() as conn:
            if not on_sqlite:
                for statement in ALONE:
                    conn.exec_driver_sql(statement)
            yield _config(conn)
            if on_sqlite and (broken := conn.exec_driver_sql("PRAGMA foreign_key_check").first()):
                raise Clash(
                    told(
                        "after the migration a row of %(table)s points at nothing in %(other)s",
                        table=broken[0],
                        other=broken[2],
                    )
                )
    finally:
        if on_sqlite:
            door.close()


def _config(conn: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    config.attributes["connection"] = conn
    return config
