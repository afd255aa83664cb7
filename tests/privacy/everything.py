"""A row in every table of the schema, all of one person, made from the schema alone: no table can be forgotten here."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, Date, LargeBinary, String, insert

from course.store.metadata import Instant, metadata

if TYPE_CHECKING:
    from sqlalchemy import Column, Connection, Table

MOMENT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
VALUES = ((Instant, MOMENT), (Date, date(2026, 11, 20)), (Boolean, True), (LargeBinary, b"x"))
BY_NAME = {"person_id", "about_id"}
"""Columns that hold a person's number without a foreign key are called so."""


def points_at_people(table: Table) -> set[str]:
    """The columns of a table that hold a person, told from the schema as the database sees it."""
    keys = {one.name for one in table.c if {"persons.id"} & {key.target_fullname for key in one.foreign_keys}}
    return keys | {one.name for one in table.c if one.name in BY_NAME}


def marker(column: Column[Any]) -> str:
    """A text that stands in one column only."""
    return f"{column.table.name}/{column.name}"


def fill(conn: Connection) -> int:
    """Put one row in every table, and give the person who stands in all of them."""
    made: dict[str, Any] = {}
    person = 0
    for table in sorted(metadata.sorted_tables, key=_is_apart):
        values = {one.name: _value(one, made, person) for one in table.c if not _is_given(one)}
        keys = conn.execute(insert(table).values(values)).inserted_primary_key
        assert keys is not None
        for column, key in zip(table.primary_key.columns, keys, strict=True):
            made[f"{table.name}.{column.name}"] = key
        if table.name == "persons":
            person = keys[0]
    return person


def _is_apart(table: Table) -> bool:
    """Whether a table keeps people by number: those come last, when there is somebody."""
    return any(one.name in BY_NAME and not one.foreign_keys for one in table.c)


def _is_given(column: Column[Any]) -> bool:
    return column.primary_key and column.name == "id" and not column.foreign_keys


def _value(column: Column[Any], made: dict[str, Any], person: int) -> Any:
    for key in column.foreign_keys:
        return made.get(key.target_fullname)
    if column.name in BY_NAME:
        return person
    if isinstance(column.type, String):
        return marker(column)[: column.type.length]
    return next((value for kind, value in VALUES if isinstance(column.type, kind)), 1)
