"""The letter of the week for who asked for it; for cron."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.language import Failed, language, said
from course.reading.told import told, told_number

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@click.option("--dry-run", is_flag=True, help="Only tell how many would go.")
@click.option(
    "--database", envvar="DEELWIJS_DATABASE", help="SQLAlchemy URL; an SQLite file in ./var unless given."
)
@language
@click.pass_obj
def digest(content: Path, database: str | None, *, dry_run: bool) -> None:
    """Put down the letter of this week for who asked for it, each once; the service sends them."""
    from dataclasses import replace
    from datetime import UTC, datetime

    from course.store.store import Store
    from web.app import make_app
    from web.config import Config
    from web.mail.weekly import write_letters

    config = Config.from_environment()
    store = Store.open(database or config.database)
    try:
        if unfit := store.unfit():
            raise Failed(unfit)
        if config.mail is None and not dry_run:
            raise Failed(
                told("No mail server is set: say DEELWIJS_MAIL, DEELWIJS_MAIL_FROM and DEELWIJS_URL.")
            )
        app = make_app(replace(config, content=content), store=store)
        site = config.url or "http://localhost"
        number = write_letters(app, store, site, datetime.now(UTC), dry=dry_run)
    finally:
        store.close()
    if dry_run:
        click.echo(said(told_number("%(num)s letter would go.", "%(num)s letters would go.", number)))
    else:
        click.echo(said(told_number("%(num)s letter is put down.", "%(num)s letters are put down.", number)))
