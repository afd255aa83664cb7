"""Give a member of staff who has forgotten it a new password."""

from __future__ import annotations

import click

from cli.language import Failed, language, said
from course.reading.told import told


@click.command()
@click.argument("email")
@click.option(
    "--database", envvar="DEELWIJS_DATABASE", help="SQLAlchemy URL; an SQLite file in ./var unless given."
)
@click.option(
    "--without-second-step", is_flag=True, help="Take the second step off too, for who lost phone and codes."
)
@language
def password(email: str, database: str | None, *, without_second_step: bool) -> None:
    """Draw a new password for the member of staff with this EMAIL address, and print it this once."""
    from datetime import UTC, datetime

    from course.people.passwords import draw_password
    from course.store.store import Store
    from web.config import Config

    store = Store.open(database or Config.from_environment().database)
    try:
        if unfit := store.unfit():
            raise Failed(unfit)
        drawn = draw_password(store, email, datetime.now(UTC), without_second_step=without_second_step)
    finally:
        store.close()
    click.echo(said(told("The new password of %(email)s: %(drawn)s", email=email.strip(), drawn=drawn)))
    works = told(
        "It works for seven days, and whoever comes in with it has to choose an own one before anything else."
    )
    click.echo(said(works))
    click.echo(said(told("Whoever was signed in with the old one is out.")))
