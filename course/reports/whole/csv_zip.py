"""Sections as files of CSV in one archive, written as they come."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from course.reports.csv_file import csv_rows
from course.reports.whole.explained import EXPLAINED, explained

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import datetime

    from course.reading.told import Speech
    from course.reports.table import Value
    from course.reports.whole.section import Part, Section


def write_zip(
    out: IO[bytes],
    sections: Sequence[Section],
    watch: Callable[[Section], Iterator[Part]],
    speech: Speech,
    made_at: datetime,
) -> None:
    """Write one file for each section, and one that says what each figure counts; `out` need not be able to go back."""
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for number, section in enumerate(sections, start=1):
            rows = (row for part in watch(section) for row in part.rows)
            heads = tuple(one.heading for one in section.columns)
            _write(archive, f"{number:02}-{section.key}.csv", heads, rows, speech, made_at)
        _write(archive, "00-uitleg.csv", EXPLAINED, explained(sections, speech), speech, made_at)


def _write(
    archive: ZipFile,
    name: str,
    heads: tuple[Value, ...],
    rows: Iterable[tuple[Value, ...]],
    speech: Speech,
    made_at: datetime,
) -> None:
    info = ZipInfo(name, made_at.timetuple()[:6])
    info.compress_type = ZIP_DEFLATED
    with archive.open(info, "w") as file:
        for line in csv_rows(heads, rows, speech):
            file.write(line)
