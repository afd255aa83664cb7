"""What walkers left, copied for many learners with their own days; their groups are to be counted after that."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import insert

from course.learning.tables import (
    attempts,
    first_choices,
    later_answers,
    marks,
    progress,
    runs,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import timedelta

    from sqlalchemy import Connection, Table

Row = dict[str, Any]

EPOCH = datetime(2000, 1, 3, 9, 0, tzinfo=UTC)
"""When every walker begins; a copy is moved from here to its own day."""


@dataclass(frozen=True, slots=True)
class Example:
    """Everything that one walker left behind in one module."""

    module: str
    runs: tuple[Row, ...]
    progress: tuple[Row, ...]
    later: tuple[Row, ...]
    attempts: tuple[tuple[Row, tuple[Row, ...]], ...]
    """Each with its marks."""
    first_choices: tuple[tuple[str, str, str], ...]
    """Lesson, scene and choice."""


@dataclass(slots=True)
class Copies:
    """Rows for many learners, collected and then written table by table."""

    _rows: dict[str, list[Row]] = field(default_factory=dict)
    _attempts: list[tuple[Row, tuple[Row, ...]]] = field(default_factory=list)
    _choices: Counter[tuple[int, str, str, str]] = field(default_factory=Counter)

    def add(self, example: Example, person_id: int, group_id: int | None, began: datetime) -> None:
        """Give a learner what the example left, as if begun at this moment; a pupil's group counts what was chosen first."""
        later = began - EPOCH
        for name, rows in (("runs", example.runs), ("progress", example.progress), ("later", example.later)):
            mine = [_moved(row, later) | {"person_id": person_id} for row in rows]
            self._rows.setdefault(name, []).extend(mine)
        for attempt, its_marks in example.attempts:
            self._attempts.append((_moved(attempt, later) | {"person_id": person_id}, its_marks))
        if group_id is not None:
            self._choices.update((group_id, *choice) for choice in example.first_choices)

    def write(self, conn: Connection) -> None:
        """Write everything, inside the caller's transaction."""
        for name, table in (("runs", runs), ("progress", progress), ("later", later_answers)):
            _insert(conn, table, self._rows.get(name, []))
        self._write_attempts(conn)
        names = ("group_id", "lesson", "scene", "choice")
        chosen = sorted(self._choices.items())
        _insert(conn, first_choices, [dict(zip(names, key, strict=True)) | {"count": n} for key, n in chosen])

    def _write_attempts(self, conn: Connection) -> None:
        if not self._attempts:
            return
        statement = insert(attempts).returning(attempts.c.id, sort_by_parameter_order=True)
        ids = conn.execute(statement, [row for row, _ in self._attempts]).scalars().all()
        pairs = zip(ids, self._attempts, strict=True)
        _insert(conn, marks, [mark | {"attempt_id": one} for one, (_, rows) in pairs for mark in rows])


def _moved(row: Mapping[str, Any], later: timedelta) -> Row:
    return {
        name: value + later if isinstance(value, datetime) else value
        for name, value in row.items()
        if name != "id"
    }


def _insert(conn: Connection, table: Table, rows: Sequence[Row]) -> None:
    if rows:
        conn.execute(insert(table), rows)
