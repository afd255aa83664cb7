"""Copy the database to a file while the course is served, and put such a copy back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from cli.language import go_on_if_wanted, language, translator
from course.reading.told import told

database_option = click.option(
    "--database", envvar="DEELWIJS_DATABASE", help="SQLAlchemy URL; an SQLite file in ./var unless given."
)


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@database_option
@language
def backup(file: Path, database: str | None) -> None:
    """Write a copy of the whole database to FILE, also while the course is served."""
    from course.administration.backups import back_up
    from web.config import Config

    back_up(database or Config.from_environment().database, file, datetime.now(UTC))
    _ = translator().gettext
    click.echo(_("The copy is made. It holds names: keep it as safe as the database itself."))


@click.command()
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--yes", is_flag=True, help="Don't ask once more.")
@database_option
@language
def restore(file: Path, database: str | None, *, yes: bool) -> None:
    """Put the copy in FILE in the place of the database; refuses while the course is served."""
    from course.administration import backups
    from web.config import Config

    _ = translator().gettext
    if not yes:
        go_on_if_wanted(told("Everything since the copy was made goes. Go on?"))
    count = backups.restore(database or Config.from_environment().database, file, datetime.now(UTC))
    click.echo(_("The copy is back. Erased again: %(count)s.") % {"count": count})
