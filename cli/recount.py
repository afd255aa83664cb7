"""Compare the counters of groups with the rows that they count, and mend them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

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
def recount(*, only_check: bool, database: str | None) -> None:
    """Compare the figures of groups with what they count, by ids and without names; the course may be served meanwhile."""
    from course.enrolment.recount import all_schools, differences, mend
    from course.store.store import Store
    from web.config import Config

    store, found = Store.open(database or Config.from_environment().database), 0
    try:
        if unfit := store.unfit():
            raise click.ClickException(unfit)
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
        click.echo("Every counter is what its rows are.")
    elif only_check:
        click.echo(f"{found} counters differ. Set them right with: deelwijs recount --mend")
        raise SystemExit(1)
    else:
        click.echo(f"{found} counters were set right.")


def _line(school: int, one: Difference) -> str:
    words = [f"school {school}", f"group {one.group_id}", f"year {one.year_group or '-'}"]
    words += [one.module] if one.module else []
    return "  ".join([*words, f"{one.what}: {one.counter}, should be {one.rows}"])
