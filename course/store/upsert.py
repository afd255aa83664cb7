"""INSERT … ON CONFLICT, which SQLAlchemy builds per database."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, Table
    from sqlalchemy.dialects import postgresql, sqlite

    Insert = sqlite.Insert | postgresql.Insert


class Upsert:
    """One insert with its answer to a clash, built once for the database that is used.

    Built at the first use, not at import: loading the other database's dialect would delay every start by 25 ms.

    To learn whether a row came in, add `.returning(…)`: PostgreSQL's driver tells no rowcount of an insert
    into a table that numbers its own rows.

    `KEEP = Upsert(runs, lambda insert: insert.on_conflict_do_nothing())`, then
    `conn.execute(KEEP.on(conn), values)`.
    """

    __slots__ = ("_answer", "_table", "_variants")

    def __init__(self, table: Table, answer: Callable[[Insert], Insert]) -> None:
        """Keep what to build; `answer` adds the ON CONFLICT, and may use `insert.excluded`."""
        self._table, self._answer = table, answer
        self._variants: dict[str, Insert] = {}

    def on(self, conn: Connection) -> Insert:
        """Give the variant for the database of this connection."""
        name = conn.dialect.name
        variant = self._variants.get(name)
        if variant is None:
            dialect = importlib.import_module(f"sqlalchemy.dialects.{name}")
            variant = self._variants[name] = self._answer(dialect.insert(self._table))
        return variant
