"""Sections as sheets of one workbook: each row goes to disk as the next begins, and no text is reckoned with."""

from __future__ import annotations

from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING

from course.reading.told import said
from course.reports.whole.explained import EXPLAINED, WHAT_IS_COUNTED, explained
from course.reports.xlsx_file import SETTINGS, WIDE, Pen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime

    from course.reading.told import Speech
    from course.reports.table import Value
    from course.reports.whole.section import Part, Section

PART = 64 * 1024
"""Bytes that are copied at once."""
LONGEST_NAME = 31
"""Characters of a sheet's name."""


def write_workbook(
    out: IO[bytes],
    sections: Sequence[Section],
    watch: Callable[[Section], Iterator[Part]],
    speech: Speech,
    made_at: datetime,
) -> None:
    """Write a sheet for each section, and one that says what each figure counts."""
    from xlsxwriter import Workbook

    with TemporaryFile() as file:
        with Workbook(file, SETTINGS) as book:
            book.set_properties({"created": made_at.replace(tzinfo=None)})
            pen = Pen(book, speech)
            for section in sections:
                rows = (row for part in watch(section) for row in part.rows)
                _sheet(pen, said(section.title, speech), tuple(one.heading for one in section.columns), rows)
            _sheet(pen, said(WHAT_IS_COUNTED, speech), EXPLAINED, explained(sections, speech))
        file.seek(0)
        while piece := file.read(PART):
            out.write(piece)


def _sheet(pen: Pen, name: str, heads: tuple[Value, ...], rows: Iterable[tuple[Value, ...]]) -> None:
    sheet = pen.sheet(name[:LONGEST_NAME])
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, len(heads) - 1, WIDE)
    pen.row(sheet, 0, heads, pen.bold)
    at = 0
    for at, row in enumerate(rows, start=1):
        pen.row(sheet, at, row)
    if at:
        sheet.autofilter(0, 0, at, len(heads) - 1)
