"""Compare the counters of groups with the rows that they count, and mend them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.language import Failed, language, said
from course.reading.told import told, told_number

if TYPE_CHECKING:
    from course.enrolment.recount import Difference


@click.command()
@click.option(
    "--check/--mend",
    "only_check",
    default=True,
    help="Tell what differs and end with 1 if anything does (as it does unless told otherwise), or set it right.",
)
@click.option(
    "--database", envvar="DEELWIJS_DATABASE", help="SQLAlchemy URL; an SQLite file in ./var unless given."
)
@language
def recount(*, only_check: bool, database: str | None) -> None:
    """Compare the figures of groups with what they count, by ids and without names; the course may be served meanwhile."""
    from course.enrolment.recount import all_schools, differences, mend
    from course.store.store import Store
    from web.config import Config

    store, found = Store.open(database or Config.from_environment().database), 0
    try:
        if unfit := store.unfit():
            raise Failed(unfit)
        with store.read() as conn:
            schools = all_schools(conn)
        for school in schools:
            with store.read() if only_check else store.write() as conn:
                different = (differences if only_check else mend)(conn, school)
            for one in different:
                click.echo(_line(school, one))
            found += len(different)
    finally:
        store.close()
    if not found:
        click.echo(said(told("Every counter is what its rows are.")))
    elif only_check:
        differ = told_number("%(num)s counter differs.", "%(num)s counters differ.", found)
        remedy = told("Set them right with: deelwijs recount --mend")
        click.echo(f"{said(differ)} {said(remedy)}")
        raise SystemExit(1)
    else:
        right = told_number("%(num)s counter was set right.", "%(num)s counters were set right.", found)
        click.echo(said(right))


def _line(school: int, one: Difference) -> str:
    year = one.year_group or "-"
    words = [
        told("school %(id)s", id=school),
        told("group %(id)s", id=one.group_id),
        told("year %(year)s", year=year),
        *([one.module] if one.module else []),
        told("%(what)s: %(counter)s, should be %(rows)s", what=one.what, counter=one.counter, rows=one.rows),
    ]
    return "  ".join(said(word) for word in words)
