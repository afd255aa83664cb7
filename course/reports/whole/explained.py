"""What the figures of a file about a whole school count, column by column."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.reading.told import said, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from course.reading.told import Speech
    from course.reports.table import Value
    from course.reports.whole.section import Section

WHAT_IS_COUNTED = told("What is counted")
EXPLAINED = (told("Part"), told("Column"), WHAT_IS_COUNTED)


def explained(sections: Sequence[Section], speech: Speech) -> Iterator[tuple[Value, ...]]:
    """Give a row for every column of every section, and for what holds for a whole section."""
    for section in sections:
        title = said(section.title, speech)
        for note in section.notes:
            yield title, None, note
        for one in section.columns:
            yield title, one.heading, one.explained
