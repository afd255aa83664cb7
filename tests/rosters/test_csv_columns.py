"""Which column is what."""

from __future__ import annotations

import pytest

from course.rosters.csv_columns import Column, guess_columns, template
from course.rosters.csv_roster import read_csv_roster
from course.rosters.csv_table import read_table
from course.rosters.problems import RosterProblems


@pytest.mark.parametrize(
    ("header", "columns"),
    [
        (("Stamnr", "Roepnaam", "Tussenv", "Tussenvoegsel", "Achternaam", "Klas"),
         {0: Column.KEY, 1: Column.GIVEN, 3: Column.PARTICLE, 4: Column.SURNAME, 5: Column.GROUP}),
        (("Leerlingnummer", "Roepnaam", "Voorvoegsel", "Achternaam", "Stamgroep", "Leerjaar"),
         {0: Column.KEY, 1: Column.GIVEN, 2: Column.PARTICLE, 3: Column.SURNAME, 4: Column.GROUP,
          5: Column.YEAR_OF_SECONDARY}),
        (("NAAM:", "Groep", "BSN", "Geboortedatum", "Geslacht", "Adres"), {0: Column.NAME, 1: Column.GROUP}),
        (("Groep", "Klas"), {0: Column.GROUP}),
    ],
)  # fmt: skip
def test_columns_are_guessed_by_their_names_and_what_is_not_needed_by_none(
    header: tuple[str, ...], columns: dict[int, Column]
) -> None:
    assert guess_columns(header) == columns


def test_the_template_is_read_as_it_is() -> None:
    table = read_table(template(), RosterProblems())
    reading = read_csv_roster(table, guess_columns(table.header), 2026)
    assert reading.roster
    assert not reading.problems
    assert [one.given for one in reading.roster.pupils] == ["Noor"]
    assert reading.roster.staff[0].email == "b.visser@school.example"
