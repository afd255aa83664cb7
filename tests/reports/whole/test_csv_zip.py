"""An archive of CSV is written as it comes, and opens in any spreadsheet."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING
from zipfile import ZipFile

from course.reading.told import ENGLISH, told
from course.reports import columns
from course.reports.table import Hidden
from course.reports.whole.csv_zip import write_zip
from course.reports.whole.section import Part, Section
from tests.learning.world import NOW
from tests.reports.whole.files import rows_of

if TYPE_CHECKING:
    from collections.abc import Iterator


class OneWay(io.RawIOBase):
    """A file that can't go back, as the pieces in the database."""

    def __init__(self) -> None:
        self.content = bytearray()

    def writable(self) -> bool:
        return True

    def write(self, content: object, /) -> int:
        self.content += bytes(content)  # type: ignore[call-overload]
        return len(bytes(content))  # type: ignore[call-overload]


def a_section() -> Section:
    def parts() -> Iterator[Part]:
        yield Part([("=1+1", 3)])
        yield Part([("Ünder", Hidden.FEW), ("Leeg", None)])

    return Section("groups", told("Groups"), (columns.GROUP, columns.DONE), parts, 2)


def test_each_section_is_a_file_and_what_is_counted_one_more() -> None:
    out = OneWay()
    write_zip(out, [a_section()], lambda one: one.parts(), ENGLISH, NOW)  # type: ignore[arg-type]
    with ZipFile(io.BytesIO(bytes(out.content))) as archive:
        assert archive.namelist() == ["01-groups.csv", "00-uitleg.csv"]
        assert archive.read("01-groups.csv").startswith(b"\xef\xbb\xbf")
    found = rows_of(bytes(out.content))
    assert [tuple(one.values()) for one in found["groups"]] == [
        ("'=1+1", "3"),
        ("Ünder", "fewer than five: not shown"),
        ("Leeg", ""),
    ]
    assert [one["Column"] for one in found["uitleg"]] == ["Group", "Done"]
