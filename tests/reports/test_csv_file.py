"""CSV that a Dutch spreadsheet opens right."""

from __future__ import annotations

import csv
import io

import pytest

from course.reading.told import ENGLISH
from course.reports.csv_file import BOM, csv_lines, harmless
from tests.reports.tables import a_table
from web.catalogs import speech


def test_it_begins_with_a_mark_and_parts_by_semicolons() -> None:
    data = b"".join(csv_lines(a_table(), speech("nl")))
    assert data.startswith(BOM)
    head, first, *_ = data.decode("utf-8-sig").split("\r\n")
    assert head == "Groep;Module;Voor;Van hoeveel;Niet begonnen;Bezig;Klaar;Klaar in procenten"
    assert first == "7B;Foto;Leerlingen;25;2;3;20;80"


def test_no_text_is_taken_for_a_formula_and_no_number_is_spoiled() -> None:
    text = b"".join(csv_lines(a_table(), ENGLISH)).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text), delimiter=";"))
    assert rows[3][0] == "'=HYPERLINK(1)"
    assert rows[3][4:] == ["fewer than five: not shown"] * 4
    assert rows[1][3:] == ["25", "2", "3", "20", "80"]


@pytest.mark.parametrize("text", ["=1+1", "+31", "-1", "@a", "\t=1", "\r=1", "\n=1"])
def test_every_beginning_that_reckons_is_made_harmless(text: str) -> None:
    assert harmless(text) == f"'{text}"


def test_it_comes_line_by_line() -> None:
    assert len(list(csv_lines(a_table(a_table().rows * 100), ENGLISH))) == 301
