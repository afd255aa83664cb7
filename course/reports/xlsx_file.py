"""A table as a workbook of three sheets: the overview, its rows, and what each figure counts."""

from __future__ import annotations

from datetime import date
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING, Any

from course.reading.told import said, told
from course.reports.table import FEW, Hidden

if TYPE_CHECKING:
    from typing import IO

    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from course.reading.told import Speech
    from course.reports.table import Table, Value

SETTINGS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_date_format": "d-m-yyyy",
}
"""Each row goes to disk as soon as the next begins; text stays text, also where it begins with an equals sign."""
IN_MEMORY = 1024 * 1024
"""Bytes of a finished workbook that are held before it goes to a file of its own."""
WIDE, NARROW, EXPLAINED = 28, 14, 90
"""Of columns, in characters."""


def xlsx_file(table: Table, speech: Speech) -> IO[bytes]:
    """Write it to a file that goes when it is closed, ready to be read from its beginning."""
    from xlsxwriter import Workbook

    out = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - who asked for it reads and closes it
    book = Workbook(out, SETTINGS)
    book.set_properties({"title": said(table.title, speech), "created": table.drawn_at.replace(tzinfo=None)})
    pen = Pen(book, speech)
    pen.overview(table)
    pen.rows(table)
    pen.explained(table)
    book.close()
    out.seek(0)
    return out


class Pen:
    """Writes values to the sheets of one workbook, in one language."""

    def __init__(self, book: Workbook, speech: Speech) -> None:
        """Take a workbook that is open."""
        self._book, self._speech = book, speech
        self.bold: Format = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        self._wrapped: Format = book.add_format({"text_wrap": True, "valign": "top"})

    def overview(self, table: Table) -> None:
        """Add the sheet on which the rows stand side by side."""
        found = table.overview()
        sheet, left = self.sheet(told("Overview")), len(found.left)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        sheet.freeze_panes(1, left)
        sheet.set_column(0, left - 1, WIDE)
        sheet.set_column(left, left + len(found.heads), NARROW)
        self.row(sheet, 0, (*(one.heading for one in found.left), *found.heads), self.bold)
        for at, (names, cells) in enumerate(found.lines, start=1):
            self.row(sheet, at, (*names, *(cell[0] if cell else None for cell in cells)))

    def rows(self, table: Table) -> None:
        """Add the sheet of all rows."""
        sheet = self.sheet(told("Rows"))
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, len(table.columns) - 1, WIDE)
        if table.rows:
            sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
        self.row(sheet, 0, tuple(one.heading for one in table.columns), self.bold)
        for at, row in enumerate(table.rows, start=1):
            self.row(sheet, at, row)

    def explained(self, table: Table) -> None:
        """Add the sheet that says what each figure counts."""
        sheet = self.sheet(told("What is counted"))
        sheet.set_column(0, 0, WIDE)
        sheet.set_column(1, 1, EXPLAINED)
        self.row(sheet, 0, (table.title, table.drawn_at.date()), self.bold)
        for at, one in enumerate(table.columns, start=1):
            self.row(sheet, at, (one.heading, one.explained), self._wrapped)
        for at, note in enumerate(table.notes, start=len(table.columns) + 2):
            self.row(sheet, at, (None, note), self._wrapped)

    def sheet(self, name: str) -> Worksheet:
        """Add a sheet."""
        return self._book.add_worksheet(said(name, self._speech))

    def row(self, sheet: Worksheet, at: int, values: tuple[Value, ...], form: Format | None = None) -> None:
        """Write the values of one row, each as what it is."""
        more: tuple[Any, ...] = (form,) if form else ()
        for place, value in enumerate(values):
            if isinstance(value, str):
                sheet.write_string(at, place, said(value, self._speech), *more)
            elif isinstance(value, Hidden):
                sheet.write_string(at, place, said(FEW, self._speech), *more)
            elif isinstance(value, date):
                sheet.write_datetime(at, place, value)
            elif value is not None:
                sheet.write_number(at, place, value, *more)
