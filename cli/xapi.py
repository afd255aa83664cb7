"""Learning records that wait: sent now, to the store that a board named."""

from __future__ import annotations

import click

from cli.language import Failed, language, said
from course.reading.told import told


@click.command()
@click.option("--dry-run", is_flag=True, help="Only tell how many wait.")
@click.option(
    "--database", envvar="DEELWIJS_DATABASE", help="SQLAlchemy URL; an SQLite file in ./var unless given."
)
@language
def xapi(database: str | None, *, dry_run: bool) -> None:
    """Tell the stores of learning records that boards named what was completed, by pseudonym; for cron."""
    from datetime import UTC, datetime

    from course.learning.records.sending import put_down, send_due, waiting
    from course.library import open_library
    from course.store.store import Store
    from web.config import Config

    config = Config.from_environment()
    store = Store.open(database or config.database)
    try:
        if unfit := store.unfit():
            raise Failed(unfit)
        if not config.url:
            raise Failed(told("Say DEELWIJS_URL first: pseudonyms are told to be of that address."))
        now = datetime.now(UTC)
        if dry_run:
            put_down(store, now)
            click.echo(said(told("records that wait: %(number)s", number=waiting(store))))
            return
        library = open_library(config.content, config.compiled)
        done = send_due(store, library, config.secret_key.encode(), config.url.rstrip("/"), now)
        counts = {"sent": done.sent, "later": done.later, "given_up": done.given_up}
        click.echo(
            said(
                told(
                    "sent: %(sent)s, tried again later: %(later)s, given up: %(given_up)s",
                    **counts,
                )
            )
        )
        click.echo(said(told("records that wait: %(number)s", number=done.waiting)))
    finally:
        store.close()
