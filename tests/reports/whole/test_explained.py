"""Every column of a file says what it counts."""

from __future__ import annotations

from course.reading.told import ENGLISH, told
from course.reports import columns
from course.reports.whole.explained import explained
from course.reports.whole.section import Section


def test_notes_come_first_and_then_every_column() -> None:
    note = told("Of fewer than five no number is told, for it could name somebody.")
    section = Section("x", told("Groups"), (columns.GROUP, columns.DONE), lambda: iter(()), 1, (note,))
    assert list(explained([section], ENGLISH)) == [
        ("Groups", None, note),
        ("Groups", "Group", columns.GROUP.explained),
        ("Groups", "Done", columns.DONE.explained),
    ]
