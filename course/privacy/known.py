"""Everything that is known of a person, gathered from every table that speaks of people.

The tables are found in the schema itself, so that a new one can't be forgotten. Secrets are left out, hashed as they are:
who has the export could try them. So are texts that other people stand in.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Integer, bindparam, or_, select

from course.errors import NotFound
from course.journal.tables import journal
from course.learning.tables import attempts, marks
from course.people.tables import boards, groups, persons, schools
from course.privacy.tables import privacy_requests
from course.store.metadata import metadata

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from sqlalchemy import Column, Connection, Select, Table

SECRET = ("hash", "secret", "token", "sign_in", "sealed", "credential")
"""What a column's name says that holds something to come in with."""
OF_OTHERS = {
    "protocol_versions": ("text",),
    "drafts": ("start",),
    "roster_imports": ("roster", "problems", "fingerprint"),
}
"""Texts that are a school's, or hold other people."""
BY_NUMBER = {
    journal: (journal.c.person_id, journal.c.about_id),
    privacy_requests: (privacy_requests.c.person_id,),
}
"""Tables that keep the number of a person without a foreign key, for they outlive who they tell of."""
_NAMED = {"group_id": groups, "school_id": schools, "board_id": boards}


@dataclass(frozen=True, slots=True)
class KnownTable:
    """The rows of one table that speak of a person, each column by its name."""

    name: str
    rows: tuple[Mapping[str, object], ...]


@dataclass(frozen=True, slots=True)
class Known:
    """All that is known of a person."""

    person_id: int
    name: str
    at: datetime
    tables: tuple[KnownTable, ...]
    """Only those that hold something."""

    def plain(self) -> dict[str, object]:
        """Give it as JSON takes it."""
        return {
            "person": self.person_id,
            "name": self.name,
            "made_at": self.at.isoformat(timespec="seconds"),
            "tables": {
                one.name: [{name: _plain(value) for name, value in row.items()} for row in one.rows]
                for one in self.tables
            },
        }


def references() -> Mapping[Table, tuple[Column[Any], ...]]:
    """Find every table that speaks of people, with the columns that hold whom."""
    found: dict[Table, tuple[Column[Any], ...]] = {persons: (persons.c.id,)}
    for table in metadata.sorted_tables:
        of_person = [one for one in table.c if any(key.column is persons.c.id for key in one.foreign_keys)]
        if of_person:
            found[table] = tuple(of_person)
    return {**found, **BY_NUMBER}


def is_shown(column: Column[Any]) -> bool:
    """Whether a column goes into the export."""
    return column.name not in OF_OTHERS.get(column.table.name, ()) and not any(
        part in column.name for part in SECRET
    )


def known_of(conn: Connection, person_id: int, now: datetime) -> Known:
    """Gather all that is known of a person; NotFound for somebody whom nobody knows."""
    name = conn.execute(select(persons.c.name).where(persons.c.id == person_id)).scalar()
    if name is None:
        raise NotFound("person", str(person_id))
    names = _Names(conn)
    tables = tuple(
        KnownTable(table.name, _rows(conn, chosen, person_id, names)) for table, chosen in _chosen()
    )
    return Known(person_id, name, now, tuple(one for one in tables if one.rows))


def _chosen() -> Iterator[tuple[Table, Select[Any]]]:
    """Say of each table which rows and columns of it speak of a person."""
    for table, columns in references().items():
        shown = [one for one in table.c if is_shown(one)]
        yield table, select(*shown).where(or_(*(one == bindparam("person") for one in columns)))
    answers = [one for one in marks.c if is_shown(one)]
    yield marks, select(*answers).join(attempts).where(attempts.c.person_id == bindparam("person"))


def _rows(
    conn: Connection, chosen: Select[Any], person_id: int, names: _Names
) -> tuple[Mapping[str, object], ...]:
    found = conn.execute(chosen, {"person": person_id}).mappings().all()
    return tuple(_row(one, names) for one in found)


def _row(found: Mapping[Any, Any], names: _Names) -> Mapping[str, object]:
    row: dict[str, object] = {}
    for name, value in found.items():
        row[name] = value
        if name in _NAMED and value is not None:
            row[name.removesuffix("_id")] = names.of(name, value)
    return row


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, bytes):
        return b64encode(value).decode()
    return value.isoformat() if isinstance(value, date) else value


class _Names:
    """Names of groups, schools and boards, each read once."""

    def __init__(self, conn: Connection) -> None:
        self._conn = conn
        self._known: dict[tuple[str, int], str] = {}

    def of(self, column: str, number: int) -> str:
        """Give the name behind a number; empty for what is no more."""
        if (column, number) not in self._known:
            table = _NAMED[column]
            wanted = select(table.c.name).where(table.c.id == bindparam("of", type_=Integer))
            self._known[column, number] = self._conn.execute(wanted, {"of": number}).scalar() or ""
        return self._known[column, number]


def shown_columns(tables: Sequence[Table]) -> frozenset[str]:
    """Name every column that an export of these tables may hold: what a readable page must have words for."""
    return frozenset(column.name for table in tables for column in table.c if is_shown(column))
