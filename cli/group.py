"""The groups of a school from the command line: shown, added, called otherwise, filled by name, and who teaches in them."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from cli.keeping import kept
from cli.language import Failed
from cli.reporting import tell
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from cli.keeping import Keeper
    from course.administration.finding import KeptGroup

PARTS = ("teacher", "substitute", "coach")
"""What a member of staff can be in a group."""

of_school = click.option("--school", "school_name", metavar="NAME", required=True, help="Name of the school.")
a_group = click.argument("name", metavar="GROUP")


@click.group()
def group() -> None:
    """Keep the groups of this school year: show, add, rename, pupils, staff, out."""


@group.command("show")
@a_group
@of_school
@kept
def show_group(keeper: Keeper, name: str, school_name: str, *, as_json: bool) -> None:
    """Show who is in GROUP today, pupils and staff, each with the number that other commands ask for."""
    from course.administration.finding import group_page

    found = group_page(keeper.store, keeper.actor, keeper.group(school_name, name))
    tell(_for_machines(found), _shown(found), as_json=as_json)


@group.command("add")
@click.argument("name")
@of_school
@kept
def add_group(keeper: Keeper, name: str, school_name: str, *, as_json: bool) -> None:
    """Add a group of this school year."""
    from course.administration import groups

    school = keeper.school(school_name)
    number = groups.add_group(keeper.store, keeper.actor, school.id, name, keeper.origin)
    tell({"group": number}, told("The group is added."), as_json=as_json)


@group.command("rename")
@a_group
@click.argument("new_name", metavar="NAME")
@of_school
@kept
def rename_group(keeper: Keeper, name: str, new_name: str, school_name: str, *, as_json: bool) -> None:
    """Call GROUP otherwise."""
    from course.administration import groups

    number = keeper.group(school_name, name)
    groups.rename_group(keeper.store, keeper.actor, number, new_name, keeper.origin)
    tell({"group": number}, told("The group has its new name."), as_json=as_json)


@group.command("pupils")
@a_group
@click.argument("names", nargs=-1, metavar="[NAME]...")
@click.option("--year", required=True, help="Year of all of them, by EDEXML's code: 7, or 11 for klas 1.")
@of_school
@kept
def add_pupils(
    keeper: Keeper, name: str, names: tuple[str, ...], year: str, school_name: str, *, as_json: bool
) -> None:
    """Add pupils to GROUP by first name and surname; without a NAME, a name on each line of the input.

    The surname only tells two of the same first name apart, and is not kept.
    """
    from course.administration.pupils import add_by_name

    number = keeper.group(school_name, name)
    typed = "\n".join(names) or _as_text(sys.stdin.buffer.read())
    added = add_by_name(keeper.store, keeper.actor, number, typed, year, keeper.origin)
    whole = told("Added: %(names)s. Their teacher draws cards for them.", names=", ".join(added))
    tell({"group": number, "added": list(added)}, whole, as_json=as_json)


@group.command("staff")
@a_group
@click.argument("person", metavar="PERSON")
@click.option("--as", "part", type=click.Choice(PARTS), required=True, help="What somebody is in the group.")
@click.option(
    "--until",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Last day of a substitute, as in 2026-11-20; nobody else has one.",
)
@of_school
@kept
def let_in(
    keeper: Keeper,
    name: str,
    person: str,
    part: str,
    until: datetime | None,
    school_name: str,
    *,
    as_json: bool,
) -> None:
    """Let PERSON, of the staff, teach or coach GROUP, or be its substitute up to and with a day."""
    from course.administration import groups
    from course.people.roles import InGroup

    if until and part != InGroup.SUBSTITUTE:
        raise Failed(told("Only a substitute has a last day. Take others out with “deelwijs group out”."))
    number, who = keeper.group(school_name, name), keeper.person(person)
    last = until.date() if until else None
    groups.let_in(keeper.store, keeper.actor, number, who, InGroup(part), keeper.origin, last)
    tell({"group": number, "person": who, "as": part}, told("It is noted."), as_json=as_json)


@group.command("out")
@a_group
@click.argument("person", metavar="PERSON")
@of_school
@kept
def let_out(keeper: Keeper, name: str, person: str, school_name: str, *, as_json: bool) -> None:
    """Take PERSON, a pupil or of the staff, out of GROUP; what was learned stays."""
    from course.administration import finding, groups

    number, who = keeper.group(school_name, name), keeper.person(person)
    inside = finding.group_page(keeper.store, keeper.actor, number)
    if who not in {one.id for one in inside.pupils} | {one.id for one in inside.staff}:
        raise Failed(told("Number %(number)s is not in this group.", number=who))
    groups.let_out(keeper.store, keeper.actor, number, who, keeper.origin)
    tell({"group": number, "person": who}, told("This person is out of the group."), as_json=as_json)


def _as_text(typed: bytes) -> str:
    """Read a list as it comes: UTF-8, or as Excel saves it in the Netherlands."""
    try:
        return typed.decode("utf-8-sig")
    except UnicodeDecodeError:
        return typed.decode("cp1252", errors="replace")


def _for_machines(found: KeptGroup) -> dict[str, object]:
    return {
        "group": found.group.id,
        "name": found.group.name,
        "pupils": [
            {"person": one.id, "name": one.name, "year": one.year_group or None} for one in found.pupils
        ],
        "staff": [
            {
                "person": one.id,
                "name": one.name,
                "as": one.role.value,
                "until": str(one.last_day) if one.last_day else None,
            }
            for one in found.staff
        ],
    }


def _shown(found: KeptGroup) -> Iterator[str]:
    yield told("pupils:")
    yield from (f"  {one.id}  {one.name}  {one.year_group or '-'}" for one in found.pupils)
    yield told("staff:")
    for one in found.staff:
        line = f"  {one.id}  {one.name}  {one.role.value}"
        yield told("%(line)s  (out on %(day)s)", line=line, day=one.last_day) if one.last_day else line
