"""Letters that wait: sent now, or one to try whether mail works."""

from __future__ import annotations

import click

from cli.language import Failed, language, said
from course.reading.told import told


@click.command()
@click.option("--send", is_flag=True, help="Send what waits, once; the service does so by itself.")
@click.option("--test", "address", metavar="ADDRESS", help="Send a test letter to this address, now.")
@click.option(
    "--database", envvar="DEELWIJS_DATABASE", help="SQLAlchemy URL; an SQLite file in ./var unless given."
)
@language
def mail(address: str | None, database: str | None, *, send: bool) -> None:
    """Tell how many letters wait; with --send, send them; with --test, try whether the mail server takes one."""
    from datetime import UTC, datetime

    from course.people.mail.queue import Letter, put, waiting
    from course.store.store import Store
    from web.config import Config
    from web.mail.sending import send_due

    config = Config.from_environment()
    store = Store.open(database or config.database)
    try:
        if unfit := store.unfit():
            raise Failed(unfit)
        now = datetime.now(UTC)
        if (send or address) and config.mail is None:
            raise Failed(
                told("No mail server is set: say DEELWIJS_MAIL, DEELWIJS_MAIL_FROM and DEELWIJS_URL.")
            )
        if address:
            with store.write() as conn:
                put(conn, Letter.TEST, address, config.url, "nl", now)
        if config.mail is not None and (send or address):
            done = send_due(store, config.mail, config.mail_from, now)
            click.echo(
                said(told("sent: %(sent)s, tried again later: %(later)s", sent=done.sent, later=done.later))
            )
        click.echo(said(told("letters that wait: %(number)s", number=waiting(store))))
    finally:
        store.close()
