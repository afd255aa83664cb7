"""A table as CSV that a Dutch spreadsheet opens right: semicolons, a byte order mark, and no cell to reckon with."""

from __future__ import annotations

import csv
import io
from datetime import date
from typing import TYPE_CHECKING

from course.reading.told import said
from course.reports.table import FEW, Hidden

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from course.reading.told import Speech
    from course.reports.table import Table, Value

BOM = b"\xef\xbb\xbf"
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""With what a text begins that a spreadsheet takes for something to reckon."""


def csv_lines(table: Table, speech: Speech) -> Iterator[bytes]:
    """Give it line by line, so that a long table never stands in memory as a whole."""
    return csv_rows(tuple(one.heading for one in table.columns), table.rows, speech)


def csv_rows(heads: Iterable[Value], rows: Iterable[tuple[Value, ...]], speech: Speech) -> Iterator[bytes]:
    """Give a line for the heads and one for each row, as they come."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([_cell(one, speech) for one in heads])
    yield BOM + _taken(out)
    for row in rows:
        writer.writerow([_cell(value, speech) for value in row])
        yield _taken(out)


def harmless(text: str) -> str:
    """Keep a spreadsheet from taking a text for a formula."""
    return f"'{text}" if text.startswith(FORMULA) else text


def _cell(value: Value, speech: Speech) -> str | int:
    if isinstance(value, str):
        return harmless(said(value, speech))
    if isinstance(value, Hidden):
        return said(FEW, speech)
    if isinstance(value, date):
        return value.isoformat()
    return "" if value is None else value


def _taken(out: io.StringIO) -> bytes:
    text = out.getvalue()
    out.seek(0)
    out.truncate()
    return text.encode()
