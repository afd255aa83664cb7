"""The file of a roster as a command reads it: the columns of CSV as they are said, remembered or guessed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.language import said
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from course.people.access import School
    from course.rosters.csv_columns import Column
    from course.rosters.model import RosterReading
    from course.store.store import Store

LEFT_OUT = "-"
"""What stands for a column that is left out."""


def read_file(
    store: Store, school: School, content: bytes, year: int, columns: Sequence[str]
) -> RosterReading:
    """Read a file; what is said of the columns of CSV is remembered for the next one, as the page does."""
    from course.rosters.csv_table import read_table
    from course.rosters.files import kind_of, read_roster
    from course.rosters.model import RosterKind
    from course.rosters.problems import NotARoster, RosterProblems
    from course.rosters.settings import keep_columns, read_settings

    if kind_of(content) is not RosterKind.CSV:
        if columns:
            raise click.UsageError(said(told("Only a CSV file has columns to name.")))
        return read_roster(content, year)
    try:
        header = read_table(content, RosterProblems()).header
    except NotARoster:
        return read_roster(content, year)
    with store.read() as conn:
        remembered = read_settings(conn, school.id).columns_of(header)
    chosen = _chosen(header, remembered, columns)
    reading = read_roster(content, year, chosen)
    if columns and reading.roster is not None:
        with store.write() as conn:
            keep_columns(conn, school.id, header, chosen)
    return reading


def _chosen(
    header: Sequence[str], remembered: Mapping[int, Column] | None, columns: Sequence[str]
) -> Mapping[int, Column]:
    """Put what is said of columns over what is remembered of this very header, or else guessed."""
    from course.rosters.csv_columns import Column, guess_columns

    chosen = dict(guess_columns(tuple(header)) if remembered is None else remembered)
    places = {name.strip().casefold(): at for at, name in enumerate(header)}
    for one in columns:
        name, _, what = one.rpartition("=")
        at = places.get(name.strip().casefold())
        if at is None or what not in {LEFT_OUT, *Column}:
            names = told(
                "%(one)s: name a column of the file (%(header)s) and what it is (%(kinds)s)",
                one=one,
                header=", ".join(header),
                kinds=", ".join([*Column, LEFT_OUT]),
            )
            raise click.BadParameter(said(names), param_hint="--column")
        chosen.pop(at, None)
        if what != LEFT_OUT:
            chosen = {place: kind for place, kind in chosen.items() if kind != what} | {at: Column(what)}
    return chosen
