"""How people sign in, from the command line: of whom a second step is asked, and how a school's pupils come in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.keeping import board_option, database_option, keeping
from cli.language import language, said
from cli.reporting import as_json, in_json
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cli.keeping import Keeper

ROLES = ("administrator", "officer", "director")


@click.command("sign-in")
@click.option(
    "--second-step",
    "asked",
    multiple=True,
    type=click.Choice([*ROLES, "nobody"]),
    help="Ask a second step of this role; repeat it for more. Of nobody: ask it of none.",
)
@click.option("--school", "school_name", help="Show or set how the pupils of this school come in.")
@click.option("--at-home/--not-at-home", default=None, help="Whether a QR card works without a lesson.")
@click.option(
    "--words-from",
    metavar="YEAR",
    help="Year from which words take the place of pictures, as 7 or 11 (klas 1); 0 for never.",
)
@click.option(
    "--group",
    "ways",
    multiple=True,
    metavar="NAME=WAY",
    help="Otherwise for one group: 7B=words, 7B=pictures, or 7B= for as the years say.",
)
@board_option
@database_option
@as_json
@language
def sign_in(
    asked: tuple[str, ...],
    school_name: str | None,
    words_from: str | None,
    ways: tuple[str, ...],
    board: str | None,
    database: str | None,
    *,
    at_home: bool | None,
    as_json: bool,
) -> None:
    """Show how people sign in, and change it: of whom a second step is asked, and how pupils come in."""
    if school_name is None and (at_home is not None or words_from is not None or ways):
        raise click.UsageError(said(told("Name the school with --school.")))
    if any("=" not in one for one in ways):
        raise click.BadParameter(", ".join(ways), param_hint="--group")
    if words_from is not None and not words_from.isdecimal():
        raise click.BadParameter(words_from, param_hint="--words-from")
    with keeping(database, board) as keeper:
        if asked:
            _ask_of(keeper, asked)
        if school_name:
            chosen = dict(one.split("=", 1) for one in ways)
            _set_school(keeper, school_name, words_from, chosen, at_home=at_home)
        found = _found(keeper, school_name)
    if as_json:
        click.echo(in_json(found))
        return
    for name, value in found.items():
        click.echo(f"{name}: {_plain(value)}")


def _ask_of(keeper: Keeper, asked: tuple[str, ...]) -> None:
    from course.administration.sign_in_rules import ask_second_step_of
    from course.people.roles import Role

    whom = [Role(one) for one in asked if one != "nobody"]
    ask_second_step_of(keeper.store, keeper.actor, whom, keeper.origin)


def _set_school(
    keeper: Keeper, name: str, words_from: str | None, ways: Mapping[str, str], *, at_home: bool | None
) -> None:
    from dataclasses import replace

    from course.calendar import school_year
    from course.errors import NotFound
    from course.people import sign_in_settings as kept

    school, year = keeper.school(name), school_year(keeper.actor.today)
    with keeper.store.read() as conn:
        before = kept.read_sign_in_settings(conn, school.id)
        groups = {one.name: one.id for one in kept.read_group_ways(conn, school.id, year)}
    if strange := sorted(set(ways) - set(groups)):
        raise NotFound("group", strange[0], ", ".join(groups))
    after = replace(
        before,
        at_home=before.at_home if at_home is None else at_home,
        words_from=before.words_from if words_from is None else int(words_from),
    )
    if after != before:
        kept.keep_sign_in_settings(keeper.store, keeper.actor, school.id, after, keeper.origin)
    chosen = {groups[group]: way for group, way in ways.items()}
    kept.keep_group_ways(keeper.store, keeper.actor, school.id, year, chosen, keeper.origin)


def _found(keeper: Keeper, school_name: str | None) -> dict[str, object]:
    from course.administration.sign_in_rules import second_step_for
    from course.calendar import school_year
    from course.people import sign_in_settings as kept

    found: dict[str, object] = {"second_step": sorted(second_step_for(keeper.store, keeper.actor))}
    if school_name:
        school = keeper.school(school_name)
        with keeper.store.read() as conn:
            settings = kept.read_sign_in_settings(conn, school.id)
            ways = kept.read_group_ways(conn, school.id, school_year(keeper.actor.today))
        found |= {"school": school.name, "at_home": settings.at_home, "words_from": settings.words_from}
        found["groups"] = {one.name: one.way for one in ways if one.way}
    return found


def _plain(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{name}={way}" for name, way in value.items()) or "-"
    if isinstance(value, bool):
        return said(told("yes") if value else told("no"))
    return ", ".join(map(str, value)) or "-" if isinstance(value, list) else str(value)
