"""Reads the lines and columns of a CSV file as Excel and school administrations in the Netherlands save it.

Whatever is in a cell stays text. Nothing is kept of a column until somebody has said what it is.
"""

from __future__ import annotations

import codecs
import csv
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.rosters.problems import N_

if TYPE_CHECKING:
    from course.rosters.problems import RosterProblems

MOST_BYTES = 16 * 1024 * 1024
MOST_ROWS = 50_000
MOST_COLUMNS = 200
LONGEST_CELL = 500

DELIMITERS = ";,\t|"
_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Row:
    """One line of data."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A header and its lines, each with as many cells as the header has."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]


def read_table(content: bytes, problems: RosterProblems) -> Table:
    """Read a file; raises `NotARoster` where it is no table at all, with the reason among the problems."""
    text = _text(content, problems)
    first, _, _ = text.partition("\n")
    delimiter = max(DELIMITERS, key=first.count)
    if first.lower().startswith("sep=") and len(first.strip()) == len("sep=;"):
        delimiter = first.strip()[-1]
        text = text.replace(first, "", 1)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    header: tuple[str, ...] = ()
    rows: list[Row] = []
    try:
        for cells in lines:
            if not any(cell.strip() for cell in cells):
                continue
            if not header:
                header = _header(cells, lines.line_num, problems)
            else:
                _check_row(cells, header, lines.line_num, problems)
                if len(rows) == MOST_ROWS:
                    raise problems.refuse(
                        lines.line_num, N_("There are more than %(most)s lines."), most=MOST_ROWS
                    )
                padded = (*cells, *[""] * (len(header) - len(cells)))[: len(header)]
                rows.append(Row(lines.line_num, tuple(cell.strip() for cell in padded)))
    except csv.Error:
        raise problems.refuse(
            lines.line_num, N_("From here on the file is no CSV: a quotation mark opens and never closes.")
        ) from None
    if not rows:
        raise problems.refuse(0, N_("The file has no lines below its header."))
    return Table(header, tuple(rows))


def _text(content: bytes, problems: RosterProblems) -> str:
    """Decode UTF-8 with or without a mark, UTF-16 with one, and otherwise Windows-1252."""
    if len(content) > MOST_BYTES:
        raise problems.refuse(0, N_("The file is larger than %(most)s MB."), most=MOST_BYTES >> 20)
    if content.startswith((_ZIP, _OLD_EXCEL)):
        raise problems.refuse(
            0, N_("This is a workbook of Excel. Save the sheet as CSV, and choose that file.")
        )
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings: tuple[str, ...] = ("utf-16",)
    else:
        encodings = ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text.replace("\r\n", "\n").replace("\r", "\n")
    raise problems.refuse(0, N_("This is no text. Save the sheet as CSV, and choose that file."))


def _header(cells: list[str], line: int, problems: RosterProblems) -> tuple[str, ...]:
    names = [" ".join(cell.split()) for cell in cells]
    while names and not names[-1]:
        names.pop()
    if len(names) > MOST_COLUMNS:
        raise problems.refuse(line, N_("There are more than %(most)s columns."), most=MOST_COLUMNS)
    if len(names) < 2:  # noqa: PLR2004 - a name and a group at least
        raise problems.refuse(
            line, N_("There is one column only. Save the sheet as CSV with semicolons between the columns.")
        )
    if len({name.casefold() for name in names if name}) < len([name for name in names if name]):
        raise problems.refuse(line, N_("Two columns have the same name. Give each its own."))
    return tuple(name[:LONGEST_CELL] for name in names)


def _check_row(cells: list[str], header: tuple[str, ...], line: int, problems: RosterProblems) -> None:
    if any(cell.strip() for cell in cells[len(header) :]):
        problems.error(line, N_("This line has more cells than the header has columns."))
    if any(len(cell) > LONGEST_CELL for cell in cells):
        raise problems.refuse(line, N_("A cell holds more than %(most)s signs."), most=LONGEST_CELL)
