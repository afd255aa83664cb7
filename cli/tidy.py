"""Let go of what was kept long enough, as each school has it; for cron, with a report that names nobody."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import click

from cli.language import Failed, language, said
from cli.reporting import as_json
from course.reading.told import told, told_number

if TYPE_CHECKING:
    from pathlib import Path

    from course.privacy.tidying import Tidied
    from course.store.store import Store


@click.command()
@click.option("--dry-run", is_flag=True, help="Only tell what would go.")
@click.option(
    "--database", envvar="DEELWIJS_DATABASE", help="SQLAlchemy URL; an SQLite file in ./var unless given."
)
@as_json
@language
@click.pass_obj
def tidy(content: Path, *, dry_run: bool, database: str | None, as_json: bool) -> None:
    """Let go of what was kept long enough, school by school, and write down this month's figures of each."""
    from course.privacy import tidying
    from course.store.store import Store
    from web.config import Config

    config = Config.from_environment()
    store = Store.open(database or config.database)
    try:
        if unfit := store.unfit():
            raise Failed(unfit)
        now = datetime.now(UTC)
        found = tidying.tidy(store, now, timedelta(days=config.journal_days), dry=dry_run)
        written = 0 if dry_run else _written_down(content, store, now)
    finally:
        store.close()
    if as_json:
        click.echo(json.dumps([{"school": one.school_id, **one.counts} for one in found]))
        return
    for one in found:
        for what, count in one.counts.items():
            if count:
                click.echo(_line(one, what, count))
    if written:
        click.echo(
            said(
                told_number(
                    "Figures of %(num)s school written down.",
                    "Figures of %(num)s schools written down.",
                    written,
                )
            )
        )
    total = sum(one.total for one in found)
    if dry_run:
        click.echo(said(told_number("%(num)s thing would go.", "%(num)s things would go.", total)))
    else:
        click.echo(said(told_number("%(num)s thing went.", "%(num)s things went.", total)))


def _written_down(content: Path, store: Store, now: datetime) -> int:
    """Keep the figures of every school for the trend over the year; nothing where today's are kept."""
    from course.calendar import school_day
    from course.evaluation.closing import write_down
    from course.figures.snapshots import all_schools
    from course.library import load_library
    from course.rulebooks.loaded import LoadedRules

    today = school_day(now)
    rules = LoadedRules(load_library(content), store)
    with store.read() as conn:
        schools = all_schools(conn, today)
    return write_down(store, lambda school: rules.library_for(school.protocol), schools, today)


def _line(one: Tidied, what: str, count: int) -> str:
    place = told("everywhere") if one.school_id is None else told("school %(id)s", id=one.school_id)
    return f"{said(place)}  {said(_WORDS[what])}  {count}"


_WORDS = {
    "pupils": told("pupils who left"),
    "staff": told("staff who left"),
    "lessons": told("lessons of groups"),
    "evidence": told("evidence"),
    "drafts": told("drafts put away"),
    "requests": told("answered requests"),
    "sign-ins": told("sign-ins that are over"),
    "journal": told("lines of the journal"),
    "reports": told("reports"),
    "files": told("files of withdrawn evidence"),
    "exports": told("schools as a file"),
    "imports": told("files that waited"),
}
