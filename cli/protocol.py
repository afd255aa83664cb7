"""A school's own protocol as a file: give it to schools, write it out, and tell by which each school goes."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.language import Failed, language, said
from course.errors import Invalid
from course.reading.told import one_after_another, told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.reading.told import Told
    from course.rulebooks.adopting import SchoolRules
    from course.store.store import Store

database_option = click.option(
    "--database", envvar="DEELWIJS_DATABASE", help="SQLAlchemy URL; an SQLite file in ./var unless given."
)

REFUSALS = {
    "adoption-before-the-present-one": told(
        "A school goes by another protocol from a later day already. Give a day after that one."
    ),
}
"""What `course.rulebooks` refuses of a file, in words."""


@click.group()
def protocol() -> None:
    """Give schools a protocol from a file, write theirs to one, and list who goes by which."""


@protocol.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--school",
    "names",
    multiple=True,
    required=True,
    help="Name of a school; repeat it for more of one board.",
)
@click.option(
    "--from", "from_on", type=click.DateTime(["%Y-%m-%d"]), required=True, help="Day from which it holds."
)
@database_option
@language
@click.pass_obj
def import_protocol(
    content: Path, file: Path, names: tuple[str, ...], from_on: datetime, database: str | None
) -> None:
    """Publish FILE, in the format of norms/protocols, as a version by which these schools go from a day."""
    from course.library import load_library
    from course.rulebooks.publishing import import_file

    text = _text(file)
    library = load_library(content)
    with _open(database) as store:
        ids = [_school(store, name) for name in names]
        try:
            version = import_file(store, library, text, ids, from_on.date(), datetime.now(UTC))
        except Invalid as refused:
            why = (REFUSALS.get(one, one) for one in refused.fields.values())
            raise Failed(one_after_another(*why, between=" ")) from refused
    holds = told(
        "%(name)s, version %(number)s (%(kind)s), holds from %(day)s at: %(schools)s",
        name=version.name,
        number=version.number,
        kind=version.kind,
        day=f"{from_on:%Y-%m-%d}",
        schools=", ".join(names),
    )
    click.echo(said(holds))


@protocol.command("export")
@click.argument("school")
@click.option(
    "--on", "on", type=click.DateTime(["%Y-%m-%d"]), help="Day on which it holds; today unless given."
)
@database_option
@language
@click.pass_obj
def export_protocol(content: Path, school: str, on: datetime | None, database: str | None) -> None:
    """Print the protocol by which SCHOOL goes as a file, in the format of norms/protocols."""
    from course.calendar import school_day
    from course.library import load_library
    from course.norms.write import write_protocol
    from course.rulebooks.adopting import rules_of_school

    library = load_library(content)
    day = on.date() if on else school_day(datetime.now(UTC))
    with _open(database) as store:
        school_id = _school(store, school)
        with store.read() as conn:
            rules = rules_of_school(conn, library, school_id, day)
    if rules.protocol in library.norms.protocols:
        click.echo(write_protocol(library.norms.protocols[rules.protocol]), nl=False)
    elif rules.version:
        click.echo(rules.version.text, nl=False)
    else:
        raise Failed(_missing(rules))


@protocol.command("list")
@database_option
@language
@click.pass_obj
def list_protocols(content: Path, database: str | None) -> None:
    """Tell for every school by which protocol it goes today; ends with 1 where one has none that can be found."""
    from course.calendar import school_day
    from course.library import load_library
    from course.rulebooks.adopting import rules_of_board

    library = load_library(content)
    with _open(database) as store, store.read() as conn:
        found = rules_of_board(conn, library, None, school_day(datetime.now(UTC)))
    for one in found:
        click.echo(_line(one))
    if any(one.is_missing for one in found):
        raise SystemExit(1)


def _line(rules: SchoolRules) -> str:
    if rules.is_missing:
        return said(_missing(rules))
    version = "  " + said(told("version %(number)s", number=rules.version.number)) if rules.version else ""
    return f"{rules.school_name}: {rules.protocol}{version}"


def _missing(rules: SchoolRules) -> Told:
    return told(
        "%(school)s: its protocol %(protocol)s can't be found. Give it one: "
        'deelwijs protocol import FILE --school "%(quoted)s" --from YYYY-MM-DD',
        school=rules.school_name,
        protocol=rules.protocol,
        quoted=rules.school_name.replace('"', '\\"'),
    )


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        why = told("%(name)s is no text in UTF-8. Save it as UTF-8 and try again.", name=file.name)
        raise Failed(why) from error


def _school(store: Store, name: str) -> int:
    from sqlalchemy import select

    from course.people.tables import schools
    from course.reading.findings import offer

    with store.read() as conn:
        rows = conn.execute(select(schools.c.id, schools.c.name)).all()
    found = [row.id for row in rows if row.name == name]
    if len(found) == 1:
        return int(found[0])
    if found:
        raise Failed(told("Several schools are called %(name)s.", name=name))
    near = offer(name, [row.name for row in rows])
    raise Failed(one_after_another(told("There is no school %(name)s.", name=name), near))


@contextmanager
def _open(database: str | None) -> Iterator[Store]:
    from course.store.store import Store
    from web.config import Config

    store = Store.open(database or Config.from_environment().database)
    try:
        if unfit := store.unfit():
            raise Failed(unfit)
        yield store
    finally:
        store.close()
