"""Begin an installation: the board, and its first administrator."""

from __future__ import annotations

from datetime import UTC, datetime

import click

from cli.language import language, translator


@click.command()
@click.option("--board", prompt="Name of the board", help="Name of the board, as everybody knows it.")
@click.option("--name", prompt="Name of the first administrator", help="First name and surname.")
@click.option("--email", prompt="E-mail address of the administrator", help="With which that one signs in.")
@click.option("--url", default="http://127.0.0.1:8000", show_default=True, help="Where the course is served.")
@click.option(
    "--database", envvar="DEELWIJS_DATABASE", help="SQLAlchemy URL; an SQLite file in ./var unless given."
)
@language
def init(board: str, name: str, email: str, url: str, database: str | None) -> None:
    """Make the board and its first administrator, and print a link with which that one chooses a password."""
    from course.administration.beginning import begin
    from course.store.store import Store
    from web.config import Config

    _ = translator().gettext
    store = Store.open(database or Config.from_environment().database)
    try:
        store.migrate()
        token = begin(store, board, name, email, datetime.now(UTC))
    finally:
        store.close()
    click.echo(
        _("%(board)s is made. Begin with this link, which works once, for seven days:") % {"board": board}
    )
    click.echo(f"{url.rstrip('/')}/account/invited#{token}")
    click.echo(_("After that the pages say what is still to be done. Start them with: deelwijs serve"))
