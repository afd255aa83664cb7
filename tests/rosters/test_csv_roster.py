"""From a table to a roster."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from course.rosters.csv_columns import Column, guess_columns
from course.rosters.csv_roster import read_csv_roster
from course.rosters.csv_table import Row, Table, read_table
from course.rosters.problems import RosterProblems

if TYPE_CHECKING:
    from course.rosters.model import RosterReading


def reading(text: str) -> RosterReading:
    table = read_table(text.encode(), RosterProblems())
    return read_csv_roster(table, guess_columns(table.header), 2026)


def told(text: str) -> list[tuple[int, str]]:
    return [(one.line, one.message % dict(one.values)) for one in reading(text).problems]


HEAD = "Leerlingnummer;Roepnaam;Tussenvoegsel;Achternaam;Groep;Jaargroep;Rol;E-mail\n"


def test_pupils_and_staff_stand_in_one_file() -> None:
    roster = reading(
        HEAD + "1;Noor;van;Dam;Groep 7;groep 7;;\nM1;Bram;de;Wit;Groep 7;;leraar;B@School.example\n"
    ).roster
    assert roster
    pupil, teacher = roster.pupils[0], roster.staff[0]
    assert (pupil.given, pupil.surname, pupil.year_group, pupil.groups) == (
        "Noor",
        "van Dam",
        "7",
        ("groep 7",),
    )
    assert (teacher.roles, teacher.email, teacher.particle) == (("teacher",), "b@school.example", "de")
    assert [(one.name, one.year_group) for one in roster.groups] == [("Groep 7", "7")]


def test_a_year_of_secondary_school_is_that_of_the_standard() -> None:
    roster = reading("Stamnr;Roepnaam;Klas;Leerjaar\n1;Sam;2B;2\n").roster
    assert roster
    assert roster.pupils[0].year_group == "12"


def test_two_groups_in_one_cell_are_two() -> None:
    roster = reading("Stamnr;Roepnaam;Groep\n1;Sam;Groep 7/8, Plusgroep\n").roster
    assert roster
    assert [one.name for one in roster.groups] == ["Groep 7/8", "Plusgroep"]


def test_a_key_keeps_its_zeros() -> None:
    roster = reading("Stamnr;Roepnaam;Klas\n001234;Sam;1A\n").roster
    assert roster
    assert roster.pupils[0].key == "001234"


def test_without_keys_people_are_known_by_their_names() -> None:
    text = "Naam;Groep\nSam de Wit;7\n"
    assert reading(text).roster
    assert any("known again by their names" in message for _, message in told(text))


def test_what_is_wrong_is_told_by_line() -> None:
    text = (
        HEAD
        + "1;;;;Groep 7;7;;\n2;=1+1;;Dam;Groep 7;7;;\n2;Sam;;Dam;Groep 7;7;;\nM;Bram;;Wit;;;leraar;geen adres\n"
    )
    assert reading(text).roster is None
    assert [line for line, _ in told(text)] == [2, 3, 4, 5]


def test_a_role_that_the_course_does_not_know_is_told() -> None:
    text = HEAD + "1;Noor;;Dam;Groep 7;7;;\nM;Bram;;Wit;;;conciërge;\n"
    found = reading(text).roster
    assert found
    assert found.staff[0].roles == ()
    assert [line for line, _ in told(text)] == [3]


def test_a_name_and_a_group_are_needed() -> None:
    table = Table(("A", "B"), (Row(2, ("x", "y")),))
    assert len([one for one in read_csv_roster(table, {}, 2026).problems if one.is_error]) == 2
    assert read_csv_roster(table, {0: Column.GIVEN, 1: Column.GIVEN}, 2026).roster is None


cells = st.lists(st.text(max_size=12), min_size=4, max_size=4)


@given(st.lists(cells, min_size=1, max_size=6), st.permutations(list(Column)))
def test_any_table_ends_in_a_roster_or_in_words(rows: list[list[str]], columns: list[Column]) -> None:
    table = Table(("a", "b", "c", "d"), tuple(Row(at + 2, tuple(row)) for at, row in enumerate(rows)))
    found = read_csv_roster(table, dict(enumerate(columns[:4])), 2026)
    assert found.roster or found.problems
