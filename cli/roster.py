"""Show what a roster would change at a school, and write it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.language import Failed, language, translator
from cli.reporting import as_json, in_json

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from course.people.access import School
    from course.rosters.apply import Progress
    from course.rosters.difference import Difference
    from course.rosters.model import RosterProblem

KEPT_OUT = 1
"""Exit code when the file can't be taken."""


@dataclass(frozen=True, slots=True)
class Told:
    """Of which school something is told, and in which language."""

    school: School
    gettext: Callable[[str], str]


@click.command()
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--school", "name", required=True, help="Name of the school, as the course has it.")
@click.option("--confirm", is_flag=True, help="Write it; without this nothing is written.")
@click.option(
    "--database", envvar="DEELWIJS_DATABASE", help="SQLAlchemy URL; an SQLite file in ./var unless given."
)
@language
@as_json
def roster(file: Path, name: str, database: str | None, *, confirm: bool, as_json: bool) -> None:
    """Show what FILE (EDEXML, CSV or OneRoster) would change at a school; write it with --confirm."""
    from course.calendar import school_day, school_year
    from course.journal.journal import Origin
    from course.people.roster import find_school
    from course.rosters import imports
    from course.rosters.files import read_roster
    from course.store.store import Store
    from web.config import Config

    now = datetime.now(UTC)
    store = Store.open(database or Config.from_environment().database)
    try:
        if unfit := store.unfit():
            raise Failed(unfit)
        with store.read() as conn:
            school = find_school(conn, name, school_day(now))
        told = Told(school, translator().gettext)
        reading = read_roster(file.read_bytes(), school_year(school_day(now)))
        problems = reading.problems
        if reading.roster:
            problems += imports.wrong_year(reading.roster, school_day(now))
        if reading.roster is None or any(one.is_error for one in problems):
            _tell(told, None, problems, written=False, as_json=as_json)
            raise SystemExit(KEPT_OUT)
        waiting = imports.prepare(store, school, reading.roster, None, now)
        if confirm:
            imports.confirm(store, school, waiting.id, waiting.fingerprint, Origin(now), _bar())
        else:
            imports.drop(store, school, waiting.id)
        _tell(told, waiting.found, problems, written=confirm, as_json=as_json)
    finally:
        store.close()


def _bar() -> Progress:
    """Draw how far it is, where somebody looks."""
    if not sys.stderr.isatty():
        return lambda done, of: None  # noqa: ARG005
    return lambda done, of: click.echo(f"\r{done} / {of}", err=True, nl=done == of)


def _tell(
    told: Told,
    found: Difference | None,
    problems: Sequence[RosterProblem],
    *,
    written: bool,
    as_json: bool,
) -> None:
    if as_json:
        click.echo(in_json(_for_machines(told, found, problems, written=written)))
        return
    _ = told.gettext
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
    click.echo(_("Written.") if written else _("Nothing is written yet. Write it with --confirm."))


def _for_machines(
    told: Told, found: Difference | None, problems: Sequence[RosterProblem], *, written: bool
) -> dict[str, object]:
    return {
        "school": told.school.name,
        "pupils": dict(found.counts) if found else {},
        "staff": sum(one.changes for one in found.staff) if found else 0,
        "written": written,
        "problems": [
            {
                "line": one.line,
                "error": one.is_error,
                "message": told.gettext(one.message) % dict(one.values),
            }
            for one in problems
        ],
    }
