"""Statements of the busiest paths, written by SQLAlchemy once and then handed to the driver.

SQLAlchemy's own execution looks up what it wrote before, makes a context, a result and its rows: longer than most of these
statements take in the database. Here it still writes the SQL, for each database in its dialect, and its types still turn
values into what a column holds and back.
"""

from __future__ import annotations

from collections import namedtuple
from typing import TYPE_CHECKING, Any

from course.store.driver import send
from course.store.upsert import Upsert

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import ClauseElement, Connection, Dialect

    Turn = Callable[[Any], Any]


class Prepared:
    """A statement to run again and again with other values, without a list of values in any `IN`.

    `MOVE = Prepared(update(runs).where(…), sets=("step", "path"))`, then `MOVE.run(conn, {"step": 3, …}) == 1`.
    """

    __slots__ = ("_sets", "_statement", "_written")

    def __init__(self, statement: ClauseElement | Upsert, sets: Sequence[str] | None = None) -> None:
        """Take a statement; `sets` names the columns that an INSERT or UPDATE is given values for."""
        self._statement, self._sets = statement, sets
        self._written: dict[str, _Written] = {}

    def all(self, conn: Connection, values: Mapping[str, Any]) -> list[Any]:
        """Give every row, its columns as attributes by their names or labels."""
        return self.rows(conn, self.plain(conn, values))

    def plain(self, conn: Connection, values: Mapping[str, Any]) -> list[tuple[Any, ...]]:
        """Give every row as the driver does, for who reads thousands of columns that are the same on both databases."""
        written = self._for(conn)
        found: list[tuple[Any, ...]] = send(conn, written.sql, written.bind(values)).fetchall()
        return found

    def rows(self, conn: Connection, found: Iterable[tuple[Any, ...]]) -> list[Any]:
        """Make of what `plain` gave what `all` gives."""
        written = self._for(conn)
        return [written.row(one) for one in found]

    def first(self, conn: Connection, values: Mapping[str, Any]) -> Any | None:
        """Give the first row, or None."""
        written = self._for(conn)
        found = send(conn, written.sql, written.bind(values)).fetchone()
        return None if found is None else written.row(found)

    def run(self, conn: Connection, values: Mapping[str, Any]) -> int:
        """Change rows, and tell how many."""
        written = self._for(conn)
        return int(send(conn, written.sql, written.bind(values)).rowcount)

    def _for(self, conn: Connection) -> _Written:
        name = conn.dialect.name
        written = self._written.get(name)
        if written is None:
            statement = self._statement.on(conn) if isinstance(self._statement, Upsert) else self._statement
            written = self._written[name] = _Written(statement, conn.dialect, self._sets)
        return written


class _Written:
    """What SQLAlchemy wrote for one database, and how values go in and come out."""

    __slots__ = ("_binds", "_names", "_row", "_turns", "sql")

    def __init__(self, statement: ClauseElement, dialect: Dialect, sets: Sequence[str] | None) -> None:
        written: Any = statement.compile(dialect=dialect, column_keys=sets)
        self.sql = str(written)
        places = written.positiontup if written.positional else list(written.binds)
        self._names = None if written.positional else places
        self._binds = tuple(_bind(written.binds[name], dialect) for name in places)
        columns = tuple(getattr(statement, "exported_columns", ()))
        self._row: Any = namedtuple("Row", [column.key for column in columns])  # type: ignore[misc] # noqa: PYI024
        self._turns = tuple(_turns(columns, dialect))

    def bind(self, values: Mapping[str, Any]) -> Any:
        """Lay values out as the driver wants them; KeyError where one is missing."""
        bound = [
            fixed if name is None else values[name] if turn is None else turn(values[name])
            for name, fixed, turn in self._binds
        ]
        return bound if self._names is None else dict(zip(self._names, bound, strict=True))

    def row(self, found: Iterable[Any]) -> Any:
        """Make a row of what the driver gave."""
        if self._turns:
            found = list(found)
            for place, turn in self._turns:
                found[place] = turn(found[place])
        return self._row(*found)


def _bind(bind: Any, dialect: Dialect) -> tuple[str | None, Any, Turn | None]:
    """Tell of one place for a value its name, or the value where the statement fixes it, and what its type makes of it."""
    if bind.expanding:
        raise ValueError("a list of values in IN is written anew each time: nothing to prepare")
    turn = bind.type.dialect_impl(dialect).bind_processor(dialect)
    if bind.required:
        return bind.key, None, turn
    return None, turn(bind.value) if turn else bind.value, None


def _turns(columns: Sequence[Any], dialect: Dialect) -> Iterator[tuple[int, Turn]]:
    for place, column in enumerate(columns):
        turn = column.type.dialect_impl(dialect).result_processor(dialect, None)
        if turn is not None:
            yield place, turn
