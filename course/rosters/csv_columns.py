"""What the columns of a CSV file are: guessed by their names, or as somebody says.

The names are those in the exports of Magister, Somtoday and ParnasSys, and in the template that a school can download.
"""

from __future__ import annotations

import csv
import io
from enum import StrEnum
from typing import TYPE_CHECKING

from course.people.roles import Role
from course.rosters.staff_roles import ROLE_OF_CODE

if TYPE_CHECKING:
    from collections.abc import Mapping


class Column(StrEnum):
    """What a column can be. Any other one is left alone."""

    KEY = "key"
    ECK_ID = "eck-id"
    GIVEN = "given"
    PARTICLE = "particle"
    SURNAME = "surname"
    NAME = "name"
    """First name, small words and surname in one."""
    GROUP = "group"
    YEAR_GROUP = "year-group"
    """Primary school: 1 to 8."""
    YEAR_OF_SECONDARY = "year-of-secondary"
    """Secondary school: 1 to 6."""
    ROLE = "role"
    EMAIL = "email"


NAMES: Mapping[Column, tuple[str, ...]] = {
    Column.KEY: (
        "sleutel",
        "key",
        "leerlingnummer",
        "stamnummer",
        "stamnr",
        "llnr",
        "medewerkernummer",
        "personeelsnummer",
    ),
    Column.ECK_ID: ("eckid", "eck id", "ketenid", "eck-id"),
    Column.GIVEN: ("roepnaam", "voornaam", "given name", "first name"),
    Column.PARTICLE: ("tussenvoegsel", "tussenvoegsels", "voorvoegsel", "voorvoegsels"),
    Column.SURNAME: ("achternaam", "surname", "last name", "family name"),
    Column.NAME: ("naam", "name", "volledige naam"),
    Column.GROUP: ("groep", "klas", "stamgroep", "stamklas", "groepen", "klassen", "group", "class"),
    Column.YEAR_GROUP: ("jaargroep", "year group"),
    Column.YEAR_OF_SECONDARY: ("leerjaar",),
    Column.ROLE: ("rol", "functie", "role"),
    Column.EMAIL: ("e-mail", "email", "e-mailadres", "emailadres", "mail"),
}
"""By which names of columns each is guessed."""

ROLES: Mapping[str, Role | None] = {
    "leerling": Role.PUPIL, "pupil": Role.PUPIL, "student": Role.PUPIL,
    "leraar": Role.TEACHER, "leerkracht": Role.TEACHER, "docent": Role.TEACHER, "teacher": Role.TEACHER,
    "mentor": Role.TEACHER,
    "coach": Role.COACH, "ib'er": Role.COACH, "intern begeleider": Role.COACH,
    "directeur": Role.DIRECTOR, "schoolleider": Role.DIRECTOR, "director": Role.DIRECTOR,
    **{code.lower(): role for code, role in ROLE_OF_CODE.items()},
}  # fmt: skip

TEMPLATE = (
    ("Leerlingnummer", "Roepnaam", "Tussenvoegsel", "Achternaam", "Groep", "Jaargroep", "Rol", "E-mail"),
    ("1001", "Noor", "van", "Dam", "Groep 7", "7", "leerling", ""),
    ("M12", "Bram", "", "Visser", "Groep 7", "", "leraar", "b.visser@school.example"),
)


def template() -> bytes:
    """Give an example to fill in, as Excel in the Netherlands opens it: semicolons, and a mark that says UTF-8."""
    out = io.StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(TEMPLATE)
    return out.getvalue().encode("utf-8-sig")


def guess_columns(header: tuple[str, ...]) -> Mapping[int, Column]:
    """Guess what columns are by their names; those that nothing is known of aren't in it."""
    by_name = {name: column for column, names in NAMES.items() for name in names}
    guessed: dict[int, Column] = {}
    for at, name in enumerate(header):
        column = by_name.get(name.casefold().strip(" :."))
        if column and column not in guessed.values():
            guessed[at] = column
    return guessed
