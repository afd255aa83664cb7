"""The schools of a board from the command line: listed, shown with their groups and staff, added, called otherwise."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cli.keeping import kept, new_private
from cli.language import spoken, translator
from cli.reporting import tell
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cli.keeping import Keeper
    from course.administration.pages import KeptSchool, SchoolLine


@click.group()
def school() -> None:
    """Keep the schools of a board: list, show, add, rename, take along."""


@school.command("list")
@kept
def list_schools(keeper: Keeper, *, as_json: bool) -> None:
    """List the schools, with how many groups, pupils and staff each has."""
    from course.administration.overview import kept_schools

    lines = kept_schools(keeper.store, keeper.actor)
    tell([_counted(one) for one in lines], map(_line, lines), as_json=as_json)


@school.command("show")
@click.argument("name", metavar="SCHOOL")
@kept
def show_school(keeper: Keeper, name: str, *, as_json: bool) -> None:
    """Show a school with its groups, its staff, and the pupils who are in no group."""
    from course.administration.overview import kept_school

    found = kept_school(keeper.store, keeper.actor, keeper.school(name).id)
    tell(_for_machines(found), _shown(found), as_json=as_json)


@school.command("add")
@click.argument("name")
@click.option(
    "--protocol", required=True, help="Protocol to begin with, by its id; `deelwijs protocols` lists them."
)
@kept
@click.pass_obj
def add_school(content: Path, keeper: Keeper, name: str, protocol: str, *, as_json: bool) -> None:
    """Add a school that goes by a protocol until it has rules of its own."""
    from cli.norms import load
    from course.administration import beginning

    known = load(content).protocols
    number = beginning.add_school(keeper.store, keeper.actor, name, protocol, known, keeper.origin)
    tell({"school": number}, told("The school is added. Read in its pupils and staff now."), as_json=as_json)


@school.command("rename")
@click.argument("name", metavar="SCHOOL")
@click.argument("new_name", metavar="NAME")
@kept
def rename_school(keeper: Keeper, name: str, new_name: str, *, as_json: bool) -> None:
    """Call SCHOOL otherwise."""
    from course.administration import beginning

    found = keeper.school(name)
    beginning.rename_school(keeper.store, keeper.actor, found.id, new_name, keeper.origin)
    tell({"school": found.id}, told("The school has its new name."), as_json=as_json)


@school.command("take")
@click.argument("name", metavar="SCHOOL")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE")
@kept
@click.pass_obj
def take_school(content: Path, keeper: Keeper, name: str, file: Path, *, as_json: bool) -> None:
    """Write all that an administrator sees of SCHOOL to FILE: a workbook, or an archive of CSV where it ends in .zip."""
    from course.library import load_library
    from course.people.access import school_in_sight
    from course.people.roles import Ability
    from course.reports.taking import note_export
    from course.reports.whole.csv_zip import write_zip
    from course.reports.whole.sections import sections_of
    from course.reports.whole.workbook import write_workbook

    number = keeper.school(name).id
    with keeper.store.read() as conn:
        found = school_in_sight(conn, keeper.actor, number, Ability.TAKE_SCHOOL)
    sections = sections_of(keeper.store, load_library(content), keeper.actor, found, spoken())
    write, kind = (write_zip, "csv") if file.suffix.lower() == ".zip" else (write_workbook, "xlsx")
    with new_private(file) as out:
        write(out, sections, lambda section: section.parts(), translator(), keeper.origin.at)
    note_export(keeper.store, keeper.actor, number, f"school-{kind}", keeper.origin)
    tell(
        {"school": number, "file": str(file)},
        told("The file is written. It holds names: keep it safe."),
        as_json=as_json,
    )


def _counted(one: SchoolLine) -> dict[str, object]:
    return {
        "school": one.school.id,
        "name": one.school.name,
        "protocol": one.school.protocol,
        "groups": one.groups,
        "pupils": one.pupils,
        "staff": one.staff,
        "without_teacher": one.without_teacher,
    }


def _line(one: SchoolLine) -> str:
    return told(
        "%(school)s (%(protocol)s): groups %(groups)s, pupils %(pupils)s, staff %(staff)s, "
        "groups without a teacher %(without)s",
        school=one.school.name,
        protocol=one.school.protocol,
        groups=one.groups,
        pupils=one.pupils,
        staff=one.staff,
        without=one.without_teacher,
    )


def _for_machines(found: KeptSchool) -> dict[str, object]:
    return {
        "school": found.school.id,
        "name": found.school.name,
        "protocol": found.school.protocol,
        "school_year": found.school_year,
        "groups": [
            {"group": one.id, "name": one.name, "pupils": one.pupils, "teachers": list(one.teachers)}
            for one in found.groups
        ],
        "staff": [
            {
                "person": one.id,
                "name": one.name,
                "email": one.email or None,
                "roles": [held.role.value for held in one.roles],
                "has_secret": one.has_secret,
            }
            for one in found.staff
        ],
        "without_group": [{"person": one.id, "name": one.name} for one in found.without_group],
    }


def _shown(found: KeptSchool) -> Iterator[str]:
    yield f"{found.school.name}  {found.school.protocol}  {found.school_year}-{found.school_year + 1}"
    yield told("groups:")
    for group in found.groups:
        teachers = ", ".join(group.teachers) or told("nobody yet")
        yield told(
            "  %(group)s: pupils %(pupils)s, %(teachers)s",
            group=group.name,
            pupils=group.pupils,
            teachers=teachers,
        )
    yield told("staff:")
    for one in found.staff:
        held = ", ".join(role.role.value for role in one.roles)
        line = f"  {one.id}  {one.name}  {one.email or '-'}  {held}"
        yield line if one.has_secret else told("%(line)s  (not in yet)", line=line)
    if found.without_group:
        yield told("pupils in no group:")
        yield from (f"  {one.id}  {one.name}" for one in found.without_group)
