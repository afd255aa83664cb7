"""How long a school keeps what, from the command line."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import click

from cli.keeping import board_option, database_option, keeping
from cli.language import language
from cli.reporting import as_json, in_json

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cli.keeping import Keeper
    from course.privacy.retention import Term


@click.command()
@click.option("--school", "name", help="Name of a school; without it, what the whole board keeps.")
@click.option(
    "--set", "chosen", multiple=True, metavar="WHAT=DAYS", help="Keep this for so many days, as pupils=300."
)
@board_option
@database_option
@as_json
@language
def retention(
    name: str | None, chosen: tuple[str, ...], board: str | None, database: str | None, *, as_json: bool
) -> None:
    """Show for how many days a school, or the board, keeps what, with the bounds of each, and change it."""
    wanted = dict(one.partition("=")[::2] for one in chosen)
    with keeping(database, board) as keeper:
        terms, days = _of_school(keeper, name) if name else _of_board(keeper)
        if wrong := [what for what, number in wanted.items() if what not in terms or not number.isdecimal()]:
            raise click.BadParameter(wrong[0], param_hint="--set")
        if wanted:
            days |= {what: int(number) for what, number in wanted.items()}
            _set(keeper, name, days)
    if as_json:
        click.echo(in_json(days))
        return
    for kind, term in terms.items():
        click.echo(f"{kind}: {days[kind]} ({term.least}-{term.most})")


def _of_school(keeper: Keeper, name: str) -> tuple[Mapping[str, Term], dict[str, int]]:
    from course.privacy.retention import TERMS, terms_of

    with keeper.store.read() as conn:
        days = terms_of(conn, keeper.school(name).id)
    terms = {kind.value: term for kind, term in TERMS.items()}
    return terms, {kind.value: number for kind, number in days.items()}


def _of_board(keeper: Keeper) -> tuple[Mapping[str, Term], dict[str, int]]:
    from course.privacy.board_terms import board_days, board_terms

    with keeper.store.read() as conn:
        days = board_days(conn, keeper.actor.board_id, _journal_kept())
    terms = {kind.value: term for kind, term in board_terms(_journal_kept()).items()}
    return terms, {kind.value: number for kind, number in days.items()}


def _set(keeper: Keeper, name: str | None, days: Mapping[str, int]) -> None:
    from course.journal.terms import BoardKept
    from course.privacy.board_terms import set_board_days
    from course.privacy.retention import Kept, set_terms

    if name:
        chosen = {Kept(kind): number for kind, number in days.items()}
        set_terms(keeper.store, keeper.actor, keeper.school(name).id, chosen, keeper.origin)
    else:
        of_board = {BoardKept(kind): number for kind, number in days.items()}
        set_board_days(keeper.store, keeper.actor, of_board, _journal_kept(), keeper.origin)


def _journal_kept() -> timedelta:
    from web.config import Config

    return timedelta(days=Config.from_environment().journal_days)
