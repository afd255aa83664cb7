"""Keep the accounts elsewhere by which staff come in: list them, add one, remove one."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import click

from cli.keeping import board_of
from cli.language import Failed, language, said
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.store.store import Store
    from web.config import Config

SECRET = "DEELWIJS_SIGN_ON_SECRET"  # noqa: S105 - the name of a setting


@click.command("sign-on")
@click.option("--add", "name", metavar="NAME", help="Add a provider; NAME is what its button says.")
@click.option("--issuer", default="", help="The provider's issuer, letter by letter.")
@click.option("--client-id", default="", help="The number that the provider gave Deelwijs.")
@click.option("--subject-claim", default="sub", show_default=True, help="What tells one person from another.")
@click.option(
    "--second-step",
    type=click.Choice(["told", "trusted", "own"]),
    default="told",
    show_default=True,
    help="Whether its second step stands for ours: where it says so, always, or never.",
)
@click.option("--remove", "gone", metavar="NAME", help="Let nobody in by this one any more.")
@click.option("--board", "board_name", metavar="NAME", help="Name of the board, where there are several.")
@click.option(
    "--database", envvar="DEELWIJS_DATABASE", help="SQLAlchemy URL; an SQLite file in ./var unless given."
)
@language
def sign_on(
    name: str | None,
    gone: str | None,
    board_name: str | None,
    database: str | None,
    **given: str,
) -> None:
    """List the accounts elsewhere that a board takes; add or remove one.

    The secret is asked for, or read from DEELWIJS_SIGN_ON_SECRET: on the command line others could read it.
    """
    from course.people.sign_on import providers

    with _opened(database) as (store, config):
        board = board_of(store, board_name)
        if name is not None:
            _add(store, board, name, given, config.secret_key.encode())
        found = providers.offered(store, board)
        if gone is not None:
            _remove(store, board, gone)
            found = providers.offered(store, board)
        for one in found:
            back = f"{config.url}/sign-in/with/{one.id}/back"
            click.echo(f"{one.name}  {one.issuer}  {back}")
        if not found:
            click.echo(said(told("No accounts elsewhere are taken.")))


@contextmanager
def _opened(database: str | None) -> Iterator[tuple[Store, Config]]:
    from course.store.store import Store
    from web.config import Config

    config = Config.from_environment()
    store = Store.open(database or config.database)
    try:
        if unfit := store.unfit():
            raise Failed(unfit)
        yield store, config
    finally:
        store.close()


def _add(store: Store, board: int, name: str, given: dict[str, str], key: bytes) -> None:
    import os

    from course.journal.journal import Origin
    from course.people.sign_on.providers import Settings, add_provider

    secret = os.environ.get(SECRET) or click.prompt(said(told("Secret of the application")), hide_input=True)
    settings = Settings(
        name,
        given["client_id"],
        secret,
        subject_claim=given["subject_claim"],
        second_step=given["second_step"],
    )
    add_provider(store, board, given["issuer"], settings, key, Origin(datetime.now(UTC)))


def _remove(store: Store, board: int, name: str) -> None:
    from course.journal.journal import Origin
    from course.people.sign_on import providers

    which = next((one.id for one in providers.offered(store, board) if one.name == name), None)
    if which is None:
        raise Failed(told("There is no provider %(name)s.", name=name))
    providers.remove_provider(store, board, which, Origin(datetime.now(UTC)))
