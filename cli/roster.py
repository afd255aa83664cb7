"""Show what a roster would change at a school, and write it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.keeping import kept, write_private
from cli.language import said, translator
from cli.reporting import in_json
from cli.roster_file import read_file
from cli.roster_names import lines_of, names_in
from course.reading.told import told, told_number

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cli.keeping import Keeper
    from course.people.access import School
    from course.rosters.apply import Progress
    from course.rosters.difference import Difference
    from course.rosters.imports import Waiting
    from course.rosters.model import Roster, RosterProblem

KEPT_OUT = 1
"""Exit code when the file can't be taken."""


@dataclass(frozen=True, slots=True)
class Told:
    """Of which school something is told, and in which language."""

    school: School
    gettext: Callable[[str], str]
    by_name: bool
    """Whether names are told too."""


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False), required=False)
@click.option("--school", "name", help="Name of the school, as the course has it.")
@click.option("--confirm", is_flag=True, help="Write it; without this nothing is written.")
@click.option("--names", "by_name", is_flag=True, help="Name whom it is about, below the counts.")
@click.option("--sure", is_flag=True, help="Write it although something has to be looked at twice.")
@click.option(
    "--column",
    "columns",
    multiple=True,
    metavar="COLUMN=WHAT",
    help="What a column of a CSV file is, as in Klas=group, or Klas=- to leave it out; remembered for the next file.",
)
@click.option(
    "--template",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write an example of a CSV file to fill in, and nothing else.",
)
@kept
def roster(
    keeper: Keeper,
    file: Path | None,
    name: str | None,
    *,
    template: Path | None,
    columns: tuple[str, ...],
    as_json: bool,
    **how: bool,
) -> None:
    """Show what FILE (EDEXML, CSV or OneRoster) would change at a school; write it with --confirm."""
    from course.calendar import school_year
    from course.rosters.imports import wrong_year

    if template is not None:
        _write_template(template)
        return
    if file is None or name is None:
        raise click.UsageError(said(told("Name a file, and the school with --school.")))
    school, today = keeper.school(name), keeper.actor.today
    told_to = Told(school, translator().gettext, by_name=how["by_name"])
    reading = read_file(keeper.store, school, file.read_bytes(), school_year(today), columns)
    problems = reading.problems
    if reading.roster:
        problems += wrong_year(reading.roster, today)
    if reading.roster is None or any(one.is_error for one in problems):
        _tell(told_to, None, problems, written=False, as_json=as_json)
        raise SystemExit(KEPT_OUT)
    found, twice, written = _taken(keeper, school, reading.roster, confirm=how["confirm"], sure=how["sure"])
    _tell(told_to, found, problems, written=written, twice=twice, as_json=as_json)
    if how["confirm"] and not written:
        raise SystemExit(KEPT_OUT)


def _taken(
    keeper: Keeper, school: School, roster: Roster, *, confirm: bool, sure: bool
) -> tuple[Difference, tuple[str, ...], bool]:
    """Hold a roster against the school, and write it where that is wanted; tells why to look twice, and whether it is."""
    from course.rosters import imports

    waiting = imports.prepare(keeper.store, school, roster, None, keeper.origin.at)
    twice = _to_look_at_twice(keeper, school, waiting)
    if written := confirm and (sure or not twice):
        imports.confirm(keeper.store, school, waiting.id, waiting.fingerprint, keeper.origin, _bar())
    else:
        imports.drop(keeper.store, school, waiting.id)
    return waiting.found, twice, written


def _write_template(file: Path) -> None:
    from course.rosters.csv_columns import template

    write_private(file, template())
    click.echo(said(told("Written to %(file)s.", file=file)))


def _to_look_at_twice(keeper: Keeper, school: School, waiting: Waiting) -> tuple[str, ...]:
    """Put in words what the page asks an extra yes for."""
    from course.rosters.cautions import Caution, cautions
    from course.rosters.settings import read_settings

    with keeper.store.read() as conn:
        key = read_settings(conn, school.id).school_key
    words = {
        Caution.MOST_GONE: told_number(
            "%(num)s pupil would be taken out, more than stay. Was the file cut off, or is it of a part of the school?",
            "%(num)s pupils would be taken out, more than stay. Was the file cut off, or is it of a part of the school?",
            len(waiting.found.gone_pupils),
        ),
        Caution.OTHER_SCHOOL: told(
            "This file names another school than the file before. Is it of this school?"
        ),
    }
    return tuple(said(words[one]) for one in cautions(waiting.roster, waiting.found, key))


def _bar() -> Progress:
    """Draw how far it is, where somebody looks."""
    if not sys.stderr.isatty():
        return lambda done, of: None  # noqa: ARG005
    return lambda done, of: click.echo(f"\r{done} / {of}", err=True, nl=done == of)


def _tell(
    to: Told,
    found: Difference | None,
    problems: Sequence[RosterProblem],
    *,
    written: bool,
    twice: Sequence[str] = (),
    as_json: bool,
) -> None:
    if as_json:
        whole = {**_for_machines(to, found, problems), "written": written, "twice": list(twice)}
        click.echo(in_json(whole))
        return
    _ = to.gettext
    for one in problems:
        kind = _("error") if one.is_error else _("warning")
        where = _("line %(line)s: ") % {"line": one.line} if one.line else ""
        click.echo(f"{where}{kind}: {_(one.message) % dict(one.values)}", err=True)
    if found is None:
        click.echo(_("Nothing was changed."), err=True)
        return
    names = {
        "new": _("new"),
        "back": _("back again"),
        "moved": _("to another group"),
        "changed": _("name or year changed"),
        "same": _("the same"),
        "gone": _("gone"),
    }
    widest = max(len(name) for name in names.values())
    for change, number in found.counts.items():
        click.echo(f"{names[change]:>{widest}}  {number}")
    for line in lines_of(names_in(found)) if to.by_name else ():
        click.echo(said(line))
    for reason in twice:
        click.echo(reason, err=True)
    if twice and not written:
        click.echo(_("Nothing is written yet. Look twice, and write it with --confirm --sure."))
    else:
        click.echo(_("Written.") if written else _("Nothing is written yet. Write it with --confirm."))


def _for_machines(to: Told, found: Difference | None, problems: Sequence[RosterProblem]) -> dict[str, object]:
    return {
        "school": to.school.name,
        "pupils": dict(found.counts) if found else {},
        "staff": sum(one.changes for one in found.staff) if found else 0,
        **({"names": names_in(found)} if found and to.by_name else {}),
        "problems": [
            {
                "line": one.line,
                "error": one.is_error,
                "message": to.gettext(one.message) % dict(one.values),
            }
            for one in problems
        ],
    }
