"""Show what a new school year would change at a school, write it, and undo it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.keeping import kept
from cli.language import translator
from cli.reporting import in_json

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from cli.keeping import Keeper
    from course.administration.rollover import Rollover
    from course.people.access import School


@click.command()
@click.option("--school", "name", required=True, help="Name of the school, as the course has it.")
@click.option(
    "--to",
    "ways",
    multiple=True,
    metavar="GROUP=NAME",
    help="Where a group goes, as in 7B=8A or 7/8:8= (who is in year 8 of it leaves); once for each.",
)
@click.option("--confirm", is_flag=True, help="Write it; without this nothing is written.")
@click.option("--undo", is_flag=True, help="Put everybody back, as long as no pupil has signed in since.")
@kept
def rollover(
    keeper: Keeper, name: str, ways: tuple[str, ...], *, confirm: bool, undo: bool, as_json: bool
) -> None:
    """Show who goes up, leaves and is new in a new school year; write it with --confirm, take it back with --undo."""
    from course.administration import rollover as years

    _ = translator().gettext
    store, today, school = keeper.store, keeper.actor.today, keeper.school(name)
    if undo:
        years.undo(store, school, keeper.origin)
        click.echo(in_json({"undone": True}) if as_json else _("Everybody is back where they were."))
        return
    found = years.plan(store, school, today, _chosen(ways))
    if confirm:
        _close(click.get_current_context().obj, keeper, school)
        found = years.confirm(store, school, _chosen(ways), found.fingerprint, keeper.origin)
    _tell(found, written=confirm, as_json=as_json)


def _close(content: Path, keeper: Keeper, school: School) -> None:
    """Write the figures of the old year down for good, before anybody moves."""
    from course.evaluation.closing import close_years
    from course.library import load_library
    from course.rulebooks.loaded import LoadedRules

    rules = LoadedRules(load_library(content), keeper.store)
    close_years(keeper.store, lambda one: rules.library_for(one.protocol), [school], keeper.actor.today)


def _chosen(ways: tuple[str, ...]) -> Mapping[str, str]:
    if wrong := [one for one in ways if "=" not in one]:
        raise click.BadParameter(wrong[0], param_hint="--to")
    return {key.strip(): name.strip() for key, _, name in (one.partition("=") for one in ways)}


def _tell(found: Rollover, *, written: bool, as_json: bool) -> None:
    if as_json:
        click.echo(in_json(_for_machines(found, written=written)))
        return
    _ = translator().gettext
    click.echo(_("From %(old)s to %(new)s") % {"old": _year(found.from_year), "new": _year(found.to_year)})
    for one in found.lines:
        way = one.goes_to or _("leaves the school")
        click.echo(f"{one.group} ({one.year_group or '-'}): {len(one.pupils)} → {way}")
    click.echo(_("in a group of the new year already: %(number)s") % {"number": len(found.placed)})
    click.echo(_("newcomers: %(number)s") % {"number": len(found.newcomers)})
    click.echo(_("Written.") if written else _("Nothing is written yet. Write it with --confirm."))


def _for_machines(found: Rollover, *, written: bool) -> dict[str, object]:
    return {
        "from": found.from_year,
        "to": found.to_year,
        "groups": [
            {
                "group": one.group,
                "year": one.year_group,
                "pupils": len(one.pupils),
                "goes_to": one.goes_to or None,
            }
            for one in found.lines
        ],
        "moving": found.moving,
        "leaving": found.leaving,
        "placed": len(found.placed),
        "newcomers": len(found.newcomers),
        "written": written,
    }


def _year(year: int) -> str:
    return f"{year}-{year + 1}"
