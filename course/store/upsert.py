"""INSERT … ON CONFLICT, which SQLAlchemy builds per database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.dialects import postgresql, sqlite

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, Table

    Insert = sqlite.Insert | postgresql.Insert


class Upsert:
    """One insert with its answer to a clash, built for both databases at import.

    To learn whether a row came in, add `.returning(…)`: PostgreSQL's driver tells no rowcount of an insert
    into a table that numbers its own rows.

    `KEEP = Upsert(runs, lambda insert: insert.on_conflict_do_nothing())`, then `conn.execute(KEEP.on(conn),
    values)`.
    """

    __slots__ = ("_variants",)

    def __init__(self, table: Table, answer: Callable[[Insert], Insert]) -> None:
        """Build both variants; `answer` adds the ON CONFLICT, and may use `insert.excluded`."""
        self._variants = {
            "sqlite": answer(sqlite.insert(table)),
            "postgresql": answer(postgresql.insert(table)),
        }

    def on(self, conn: Connection) -> Insert:
        """Give the variant for the database of this connection."""
        return self._variants[conn.dialect.name]
