"""Requests about one's own data, from the command line: the register, and what is done for each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.correcting import correct_person
from cli.keeping import board_option, database_option, keeping, write_private
from cli.language import language, said
from cli.reporting import as_json, in_json
from course.reading.told import told

if TYPE_CHECKING:
    from datetime import datetime

    from course.privacy.requests import Request

DAY = click.DateTime(["%Y-%m-%d"])
KINDS = ("access", "correction", "erasure")
OUTCOMES = ("done", "refused", "withdrawn")


@click.group()
def privacy() -> None:
    """Keep the register of requests about one's own data: list, ask, export, correct, erase, close."""


@privacy.command("list")
@board_option
@database_option
@as_json
@language
def list_requests(board: str | None, database: str | None, *, as_json: bool) -> None:
    """List the requests, open ones first, with the day on which each is due."""
    from course.privacy.requests import requests_in_sight

    with keeping(database, board) as keeper:
        found = requests_in_sight(keeper.store, keeper.actor)
        today = keeper.actor.today
    if as_json:
        click.echo(in_json([_for_machines(one) for one in found]))
        return
    for one in found:
        state = one.outcome or said(told("late") if one.is_late(today) else told("open"))
        where = one.school or "-"
        click.echo(f"{one.id}  {one.kind}  {one.person_id} {one.name}  {where}  {one.due_on}  {state}")


@privacy.command("find")
@click.argument("name")
@board_option
@database_option
@language
def find_people(name: str, board: str | None, database: str | None) -> None:
    """Find people by a part of their name or address, with the number by which the other commands know them."""
    from course.administration.finding import find

    with keeping(database, board) as keeper:
        for number, found, email in find(keeper.store, keeper.actor, name):
            click.echo(f"{number}  {found}  {email}".rstrip())


@privacy.command("ask")
@click.argument("kind", type=click.Choice(KINDS))
@click.option("--person", "person_id", type=int, required=True, help="The number of who asks, from find.")
@click.option("--on", "asked", type=DAY, help="Day on which it was asked; today unless given.")
@board_option
@database_option
@language
def ask(kind: str, person_id: int, asked: datetime | None, board: str | None, database: str | None) -> None:
    """Write down that somebody asked to see, correct or erase the own data."""
    from course.privacy.requests import Kind, register

    with keeping(database, board) as keeper:
        day = asked.date() if asked else keeper.actor.today
        register(keeper.store, keeper.actor, person_id, Kind(kind), day, keeper.origin)
    click.echo(said(told("It is written down.")))


@privacy.command("export")
@click.argument("request", type=int)
@click.option(
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    required=True,
    help="File to write, as JSON; only its owner can read it.",
)
@board_option
@database_option
@language
def export_person(request: int, output: Path, board: str | None, database: str | None) -> None:
    """Write all that is known of who made REQUEST, an open one to see the own data, to a file."""
    from course.privacy.requests import export

    with keeping(database, board) as keeper:
        known = export(keeper.store, keeper.actor, request, keeper.origin)
    write_private(output, f"{in_json(known.plain())}\n".encode())
    click.echo(said(told("Written to %(file)s. Close the request once it is handed over.", file=output)))


@privacy.command("correct")
@click.argument("request", type=int)
@click.option("--name", help="The right name: a pupil's first name, of staff the whole name.")
@click.option("--email", help="The right address of a member of staff.")
@click.option("--year", help="The right year of a pupil, by EDEXML's code: 7, or 11 for klas 1.")
@board_option
@database_option
@language
def correct(
    request: int,
    name: str | None,
    email: str | None,
    year: str | None,
    board: str | None,
    database: str | None,
) -> None:
    """Correct what REQUEST, an open one to correct, is about, and close it."""
    from course.privacy.requests import Kind, Outcome, close, open_person

    if not (name or email or year):
        raise click.UsageError(said(told("Say what is right: --name, --email or --year.")))
    with keeping(database, board) as keeper:
        person = open_person(keeper.store, keeper.actor, request, Kind.CORRECTION)
        correct_person(keeper, person, name=name, email=email, year=year)
        close(keeper.store, keeper.actor, request, Outcome.DONE, keeper.origin)
    click.echo(said(told("It is corrected, and the request is closed.")))


@privacy.command("erase")
@click.argument("request", type=int)
@click.option("--confirm", is_flag=True, help="Erase; without this it only says who would go.")
@board_option
@database_option
@language
def erase_person(request: int, board: str | None, database: str | None, *, confirm: bool) -> None:
    """Let go of who made REQUEST, an open one to be erased, with all that was theirs."""
    from course.privacy.requests import Kind, erase, open_person

    with keeping(database, board) as keeper:
        person = open_person(keeper.store, keeper.actor, request, Kind.ERASURE)
        if not confirm:
            whom = told("%(name)s (%(number)s) would be erased.", name=person.name, number=person.id)
            click.echo(said(whom))
            click.echo(said(told("Nothing is written yet. Write it with --confirm.")))
            return
        erase(keeper.store, keeper.actor, request, keeper.origin)
    click.echo(said(told("Erased, and the request is closed.")))


@privacy.command("close")
@click.argument("request", type=int)
@click.argument("outcome", type=click.Choice(OUTCOMES))
@board_option
@database_option
@language
def close_request(request: int, outcome: str, board: str | None, database: str | None) -> None:
    """Write down what came of REQUEST."""
    from course.privacy.requests import Outcome, close

    with keeping(database, board) as keeper:
        close(keeper.store, keeper.actor, request, Outcome(outcome), keeper.origin)
    click.echo(said(told("It is written down.")))


def _for_machines(one: Request) -> dict[str, object]:
    return {
        "request": one.id,
        "kind": one.kind.value,
        "person": one.person_id,
        "school": one.school or None,
        "asked_on": one.asked_on.isoformat(),
        "due_on": one.due_on.isoformat(),
        "done_on": one.done_on.isoformat() if one.done_on else None,
        "outcome": one.outcome or None,
    }
