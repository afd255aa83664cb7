"""Lines and columns out of files as Excel and school administrations save them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.rosters.csv_table import MOST_BYTES, Table, read_table
from course.rosters.problems import NotARoster, RosterProblems

TEXT = "Roepnaam;Groep\nZoë;Groep 7\n"


def table(content: bytes) -> Table:
    return read_table(content, RosterProblems())


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_file_is_read_in_the_encodings_that_programs_write(encoding: str) -> None:
    assert table(TEXT.encode(encoding)).rows[0].cells == ("Zoë", "Groep 7")


@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    assert table(TEXT.replace(";", delimiter).encode()).header == ("Roepnaam", "Groep")


def test_the_line_that_tells_excel_the_delimiter_is_no_header() -> None:
    assert table(b"sep=;\r\nRoepnaam;Groep\r\nSam;7\r\n").header == ("Roepnaam", "Groep")


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_ending_is_one(ending: str) -> None:
    assert table(TEXT.replace("\n", ending).encode()).rows[0].line == 2


def test_a_quoted_cell_holds_what_it_holds() -> None:
    assert table(b'Roepnaam;Groep\n"Sam; ""de"" Wit";7\n').rows[0].cells[0] == 'Sam; "de" Wit'


def test_a_short_line_is_filled_and_empty_ones_are_passed_over() -> None:
    found = table(b"Roepnaam;Groep\n\nSam\n;\n")
    assert [(row.line, row.cells) for row in found.rows] == [(3, ("Sam", ""))]


@pytest.mark.parametrize(
    ("content", "part"),
    [
        (b"", "no lines"),
        (b"Roepnaam;Groep\n", "no lines"),
        (b"Roepnaam\nSam\n", "one column"),
        (b"Naam;naam\nSam;7\n", "same name"),
        (b'Roepnaam;Groep\n"Sam;7\n', "quotation mark"),
        (b"PK\x03\x04 rest", "workbook"),
        (b"Roepnaam;Groep\nS\x00m;7\n", "no text"),
        (b"Roepnaam;Groep\n" + b"x" * 600 + b";7\n", "more than 500 signs"),
        (b"x" * (MOST_BYTES + 1), "larger than"),
        (b";".join(b"k%d" % at for at in range(300)) + b"\n1;2\n", "columns"),
    ],
)
def test_what_is_no_table_is_refused_with_the_reason(content: bytes, part: str) -> None:
    problems = RosterProblems()
    with pytest.raises(NotARoster):
        read_table(content, problems)
    assert any(part in one.message % dict(one.values) for one in problems.found)


def test_a_line_with_more_cells_than_columns_is_told() -> None:
    problems = RosterProblems()
    read_table(b"Roepnaam;Groep\nSam;7;extra\n", problems)
    assert [one.line for one in problems.found] == [2]


@given(st.binary(max_size=200))
def test_any_bytes_end_in_a_table_or_in_words(content: bytes) -> None:
    problems = RosterProblems()
    try:
        assert read_table(content, problems).rows
    except NotARoster:
        assert problems.has_errors
