"""Small tables for the tests of reports."""

from __future__ import annotations

from datetime import UTC, date, datetime

from course.reading.told import told
from course.reports import columns
from course.reports.table import Across, Hidden, Table, Value

NASTY = "=HYPERLINK(1)"
ROWS: tuple[tuple[Value, ...], ...] = (
    ("7B", "Foto", told("Pupils"), 25, 2, 3, 20, 80),
    ("7B", "Video", told("Pupils"), 25, 25, 0, 0, 0),
    (NASTY, "Foto", told("Pupils"), 3, Hidden.FEW, Hidden.FEW, Hidden.FEW, Hidden.FEW),
)


def a_table(rows: tuple[tuple[Value, ...], ...] = ROWS) -> Table:
    """Groups by modules, among them one that is small and has a name that a spreadsheet would reckon with."""
    return Table(
        "school",
        "De Eik",
        (columns.GROUP, columns.MODULE, columns.FOR, *columns.COUNTS),
        rows,
        Across(("group",), "module", "done", "people", told("of %(value)s", value="")),
        (told("Of fewer than five no number is told, for it could name somebody."),),
        datetime(2026, 11, 29, 8, 0, tzinfo=UTC),
    )


def a_day() -> date:
    return date(2026, 11, 29)
