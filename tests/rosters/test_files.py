"""Which reader a file is for."""

from __future__ import annotations

import pytest

from course.rosters.csv_columns import template
from course.rosters.files import kind_of, read_roster
from course.rosters.model import RosterKind
from tests.rosters.test_edexml import EXAMPLE
from tests.rosters.test_oneroster import packed


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (EXAMPLE, RosterKind.EDEXML),
        (b"\xef\xbb\xbf  <?xml version='1.0'?><EDEX/>", RosterKind.EDEXML),
        ("<EDEX/>".encode("utf-16"), RosterKind.EDEXML),
        (packed(), RosterKind.ONEROSTER),
        (template(), RosterKind.CSV),
        (b"PK\x03\x04 [Content_Types].xml xl/workbook.xml", RosterKind.CSV),
        (b"", RosterKind.CSV),
    ],
)
def test_a_file_is_told_by_what_is_in_it(content: bytes, kind: RosterKind) -> None:
    assert kind_of(content) is kind


@pytest.mark.parametrize("content", [EXAMPLE, packed(), template()])
def test_each_kind_is_read(content: bytes) -> None:
    assert read_roster(content, 2026).roster


def test_a_file_that_is_nothing_is_told() -> None:
    assert read_roster(b"", 2026).problems
