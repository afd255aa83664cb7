"""What commands of an administrator share: the store, the board, and as whom the journal is told."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import wraps
from typing import TYPE_CHECKING, Any, BinaryIO, TypeVar

import click

from cli.language import Failed, language
from cli.reporting import as_json
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from course.journal.journal import Origin
    from course.people.access import School
    from course.people.actor import Actor
    from course.store.store import Store

OWNER_ONLY = 0o600
MOST = 2**31 - 1
"""No number of a person is above it; a database refuses to look for one that is."""

Thing = TypeVar("Thing")

database_option = click.option(
    "--database", envvar="DEELWIJS_DATABASE", help="SQLAlchemy URL; an SQLite file in ./var unless given."
)
board_option = click.option("--board", metavar="NAME", help="Name of the board, where there are several.")


@dataclass(frozen=True, slots=True)
class Keeper:
    """Whoever runs a command, with what it works on."""

    store: Store
    actor: Actor
    origin: Origin

    def school(self, name: str) -> School:
        """Give a school of this board by its name, whatever its capitals; NotFound with the nearest name."""
        from course.people.access import schools_in_sight
        from course.people.roles import Ability

        with self.store.read() as conn:
            found = schools_in_sight(conn, self.actor, Ability.KEEP_PEOPLE)
        return _named("school", name, {one.name: one for one in found})

    def group(self, school: str, name: str) -> int:
        """Give the number of a group of this school year by its name and that of its school; NotFound as `school` has it."""
        from course.administration.overview import kept_school

        found = kept_school(self.store, self.actor, self.school(school).id)
        return _named("group", name, {one.name: one.id for one in found.groups})

    def person(self, given: str) -> int:
        """Give the number of somebody who is named by it, or by the address of a member of staff."""
        from course.people.roster import find_person

        if given.isascii() and given.isdecimal():
            return min(int(given), MOST)
        if "@" not in given:
            raise Failed(
                told(
                    "Give the number that “deelwijs person find” tells, or an address of somebody of the staff."
                )
            )
        with self.store.read() as conn:
            person = find_person(conn, given)
        if person is None:
            raise Failed(told("Nobody has the address %(email)s.", email=given))
        return person


@contextmanager
def keeping(database: str | None, board: str | None) -> Iterator[Keeper]:
    """Open the store for an administrator at the server."""
    from course.administration.console import at_the_console
    from course.journal.journal import Origin
    from course.store.store import Store
    from web.config import Config

    now = datetime.now(UTC)
    store = Store.open(database or Config.from_environment().database)
    try:
        if unfit := store.unfit():
            raise Failed(unfit)
        yield Keeper(store, at_the_console(store, board_of(store, board), now), Origin(now))
    finally:
        store.close()


def kept(command: Callable[..., None]) -> Callable[..., None]:
    """Open the store for a command of an administrator, which is given a `Keeper`, and the options that all of them have."""

    @wraps(command)
    def opened(board: str | None, database: str | None, **more: Any) -> None:
        with keeping(database, board) as keeper:
            command(keeper, **more)

    return board_option(database_option(as_json(language(opened))))


def write_private(file: Path, data: bytes) -> None:
    """Write what names people to a file that its owner alone can read."""
    with new_private(file) as out:
        out.write(data)


def new_private(file: Path) -> BinaryIO:
    """Open a file that its owner alone can read, to write it anew."""
    return os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY), "wb")


def _named(kind: str, name: str, found: Mapping[str, Thing]) -> Thing:
    """Find one of several by its name as people write it."""
    from course.errors import NotFound
    from course.naming import plain_name
    from course.reading.findings import nearest

    wanted = plain_name(name).casefold()
    for known, one in found.items():
        if known.casefold() == wanted:
            return one
    raise NotFound(kind, name, nearest(name, found))


def board_of(store: Store, name: str | None) -> int:
    """Find the board of this name, or the only one."""
    from sqlalchemy import select

    from course.people.tables import boards

    with store.read() as conn:
        known = {row.name: row.id for row in conn.execute(select(boards.c.id, boards.c.name))}
    if name is None and len(known) == 1:
        return int(next(iter(known.values())))
    if name not in known:
        raise Failed(told("Name the board with --board: %(names)s", names=", ".join(sorted(known)) or "-"))
    return int(known[name])
