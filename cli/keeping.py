"""What commands of an administrator share: the store, the board, and as whom the journal is told."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from cli.language import Failed
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from course.journal.journal import Origin
    from course.people.access import School
    from course.people.actor import Actor
    from course.store.store import Store

OWNER_ONLY = 0o600

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
        """Give a school of this board by its name; NotFound with the nearest name."""
        from course.errors import NotFound
        from course.people.roster import find_school

        with self.store.read() as conn:
            found = find_school(conn, name, self.actor.today)
        if found.board_id != self.actor.board_id:
            raise NotFound("school", name)
        return found


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


def write_private(file: Path, data: bytes) -> None:
    """Write what names people to a file that its owner alone can read."""
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, OWNER_ONLY), "wb") as out:
        out.write(data)


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
