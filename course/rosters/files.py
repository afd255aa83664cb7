"""Tells what kind of roster a file is, by what is in it, and reads it; only a CSV file waits for its columns to be named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.rosters.csv_columns import guess_columns
from course.rosters.csv_roster import read_csv_roster
from course.rosters.csv_table import read_table
from course.rosters.edexml import read_edexml
from course.rosters.model import RosterKind, RosterReading
from course.rosters.oneroster import read_oneroster
from course.rosters.problems import NotARoster, RosterProblems

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.rosters.csv_columns import Column

_ZIP = b"PK\x03\x04"
_BEFORE_XML = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def kind_of(content: bytes) -> RosterKind:
    """Tell which reader a file is for; a workbook goes to that of CSV, which says how to save one."""
    if content.startswith(_ZIP) and b"xl/" not in content[:4096] and b"[Content_Types]" not in content[:4096]:
        return RosterKind.ONEROSTER
    start = content[:512]
    for mark in _BEFORE_XML:
        start = start.removeprefix(mark)
    return RosterKind.EDEXML if start.replace(b"\0", b"").lstrip().startswith(b"<") else RosterKind.CSV


def read_roster(content: bytes, year: int, columns: Mapping[int, Column] | None = None) -> RosterReading:
    """Read a file of any kind; a CSV file doesn't say of which school year it is, so it is taken for one of `year`."""
    match kind_of(content):
        case RosterKind.EDEXML:
            return read_edexml(content)
        case RosterKind.ONEROSTER:
            return read_oneroster(content)
        case RosterKind.CSV:
            problems = RosterProblems()
            try:
                table = read_table(content, problems)
            except NotARoster:
                return RosterReading(None, problems.told())
            return read_csv_roster(
                table, guess_columns(table.header) if columns is None else columns, year, problems
            )
