"""How long a school keeps what, from the command line."""

from __future__ import annotations

import click

from cli.keeping import board_option, database_option, keeping
from cli.language import language
from cli.reporting import as_json, in_json


@click.command()
@click.option("--school", "name", required=True, help="Name of the school.")
@click.option(
    "--set", "chosen", multiple=True, metavar="WHAT=DAYS", help="Keep this for so many days, as pupils=300."
)
@board_option
@database_option
@as_json
@language
def retention(
    name: str, chosen: tuple[str, ...], board: str | None, database: str | None, *, as_json: bool
) -> None:
    """Show for how many days a school keeps what, with the bounds of each, and change it."""
    from course.privacy.retention import TERMS, Kept, set_terms, terms_of

    wanted = dict(one.partition("=")[::2] for one in chosen)
    if wrong := [what for what, days in wanted.items() if what not in set(Kept) or not days.isdecimal()]:
        raise click.BadParameter(wrong[0], param_hint="--set")
    with keeping(database, board) as keeper:
        school = keeper.school(name)
        with keeper.store.read() as conn:
            days = {**terms_of(conn, school.id)}
        if wanted:
            days |= {Kept(what): int(number) for what, number in wanted.items()}
            set_terms(keeper.store, keeper.actor, school.id, days, keeper.origin)
    if as_json:
        click.echo(in_json({kind.value: days[kind] for kind in Kept}))
        return
    for kind, term in TERMS.items():
        click.echo(f"{kind.value}: {days[kind]} ({term.least}-{term.most})")
