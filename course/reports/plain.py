"""A table for a machine: keys in English that stay, words in the language that was asked for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from course.reading.told import said
from course.reports.table import Hidden

if TYPE_CHECKING:
    from course.reading.told import Speech
    from course.reports.table import Table, Value


def plain(table: Table, speech: Speech) -> dict[str, Any]:
    """Give it as JSON can say it; what may not be told is null, and named under `hidden` of its row."""
    return {
        "report": table.key,
        "title": said(table.title, speech),
        "drawn_at": table.drawn_at.isoformat(timespec="seconds"),
        "columns": [
            {"key": one.key, "heading": said(one.heading, speech), "explained": said(one.explained, speech)}
            for one in table.columns
        ],
        "notes": [said(one, speech) for one in table.notes],
        "rows": [_row(table, row, speech) for row in table.rows],
    }


def _row(table: Table, row: tuple[Value, ...], speech: Speech) -> dict[str, Any]:
    found: dict[str, Any] = {
        one.key: _value(value, speech) for one, value in zip(table.columns, row, strict=True)
    }
    hidden = [one.key for one, value in zip(table.columns, row, strict=True) if isinstance(value, Hidden)]
    return {**found, "hidden": hidden} if hidden else found


def _value(value: Value, speech: Speech) -> str | int | None:
    if isinstance(value, Hidden):
        return None
    if isinstance(value, str):
        return said(value, speech)
    return value.isoformat() if isinstance(value, date) else value
