"""Print the journal: who came in, who was refused, who got a new secret or a role, who was erased."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cli.keeping import keeping, write_private
from cli.language import Failed, language, said
from cli.reporting import as_json
from course.reading.told import told

if TYPE_CHECKING:
    from datetime import datetime

    from course.journal.journal import Entry

DAY = click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M"])


@click.command()
@click.option("--since", type=DAY, help="From this moment on, in UTC, as in 2026-11-20 or 2026-11-20T09:30.")
@click.option("--until", type=DAY, help="Before this moment.")
@click.option("--person", type=int, help="The id of who did it, or of whom it was done to.")
@click.option("--school", type=int, help="The id of a school.")
@click.option(
    "--event", "events", multiple=True, help="Only this kind, as in refused; may be given more than once."
)
@click.option(
    "--database", envvar="DEELWIJS_DATABASE", help="SQLAlchemy URL; an SQLite file in ./var unless given."
)
@click.option(
    "--csv",
    "csv_file",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write the lines with names to this file for a spreadsheet, as the page does; the journal tells of it.",
)
@click.option("--board", metavar="NAME", help="Name of the board, where there are several; for --csv.")
@as_json
@language
def journal(
    since: datetime | None,
    until: datetime | None,
    person: int | None,
    school: int | None,
    events: tuple[str, ...],
    database: str | None,
    *,
    as_json: bool,
    **taken: Any,
) -> None:
    """Print who came in or was refused, got a new secret or a role, or was erased; by id, the oldest first."""
    from course.journal import journal as kept
    from course.store.store import Store
    from web.config import Config

    if strange := set(events) - set(kept.Event):
        choose = said(told("choose from %(names)s", names=", ".join(kept.Event)))
        raise click.BadParameter(f"{min(strange)}: {choose}", param_hint="--event")
    if taken["csv_file"]:
        if school or len(events) > 1:
            raise click.UsageError(said(told("With --csv goes one kind of event, and no school.")))
        _export(taken["csv_file"], taken["board"], database, (since, until, person, *events))
        return
    store = Store.open(database or Config.from_environment().database)
    try:
        if unfit := store.unfit():
            raise Failed(unfit)
        for entry in kept.read(
            store,
            since=since and since.replace(tzinfo=UTC),
            until=until and until.replace(tzinfo=UTC),
            person_id=person,
            school_id=school,
            events=[kept.Event(event) for event in events],
        ):
            click.echo(_in_json(entry) if as_json else _line(entry))
    finally:
        store.close()


def _export(file: Path, board: str | None, database: str | None, wanted: tuple[Any, ...]) -> None:
    """Write what an administrator of the board can take along from the page, with the same names."""
    from course.administration.journal_page import Wanted, export_journal
    from course.journal.journal import Event

    since, until, person, *events = wanted
    with keeping(database, board) as keeper:
        asked = Wanted(
            event=Event(events[0]) if events else None,
            since=since and since.date(),
            until=until and until.date(),
            person_id=person,
        )
        data = export_journal(keeper.store, keeper.actor, asked, keeper.origin)
    write_private(file, data)
    click.echo(said(told("Written to %(file)s.", file=file)))


def _in_json(entry: Entry) -> str:
    """One object a line, for the journal may be long."""
    return json.dumps({**asdict(entry), "at": entry.at.isoformat(timespec="seconds")})


def _line(entry: Entry) -> str:
    ids = (
        (told("by"), entry.person_id),
        (told("about"), entry.about_id),
        (told("school"), entry.school_id),
        (told("group"), entry.group_id),
        (told("from"), entry.place),
    )
    words = [f"{said(name)} {value}" for name, value in ids if value]
    return "  ".join([f"{entry.at:%Y-%m-%d %H:%M:%S}", f"{entry.event:<14}", entry.detail, *words])
