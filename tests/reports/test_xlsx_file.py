"""A workbook in which text is text and a number a number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from course.reading.told import ENGLISH
from course.reports.xlsx_file import xlsx_file
from tests.reports.tables import NASTY, a_day, a_table
from web.catalogs import speech

if TYPE_CHECKING:
    from course.reports.table import Value


def sheets(rows: tuple[tuple[Value, ...], ...] | None = None, language: str = "en") -> dict[str, str]:
    """The parts of the file that hold sheets, by name."""
    table = a_table(rows) if rows else a_table()
    with xlsx_file(table, speech(language) if language != "en" else ENGLISH) as out, ZipFile(out) as file:
        return {
            name: file.read(name).decode()
            for name in file.namelist()
            if "sheet" in name or "workbook" in name
        }


@pytest.mark.parametrize("text", [NASTY, "=1+1", "{=1}", "http://x.example", "mailto:a@b", "00123"])
def test_text_stays_text_whatever_it_begins_with(text: str) -> None:
    rows = sheets(((text, "Foto", "x", 5, 1, 1, 3, 60),))["xl/worksheets/sheet2.xml"]
    assert "<f>" not in rows
    assert "hyperlink" not in rows.casefold().replace("hyperlink(1)", "")
    assert re.search(rf'<c r="A2" t="inlineStr"><is><t>{re.escape(text)}</t>', rows)


def test_numbers_are_numbers_and_days_are_days() -> None:
    rows = sheets(((a_day(), "Foto", "x", 25, 2, 3, 20, 80),))["xl/worksheets/sheet2.xml"]
    assert '<c r="G2"><v>20</v></c>' in rows
    assert re.search(r'<c r="A2" s="\d+"><v>46355</v></c>', rows)


def test_it_has_an_overview_its_rows_and_what_is_counted_in_dutch() -> None:
    found = sheets(language="nl")
    assert re.findall(r'<sheet name="([^"]+)"', found["xl/workbook.xml"]) == [
        "Overzicht",
        "Regels",
        "Wat er is geteld",
    ]
    assert "minder dan vijf: niet getoond" in found["xl/worksheets/sheet1.xml"]
    assert "Van hoeveel" in found["xl/worksheets/sheet3.xml"]
    assert "topLeftCell" in found["xl/worksheets/sheet1.xml"]
