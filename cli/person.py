"""People from the command line: found, shown, added, corrected, moved, taken out, given roles, and two entries made one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from cli.correcting import correct_person
from cli.keeping import kept
from cli.language import Failed, said
from cli.reporting import tell
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cli.keeping import Keeper
    from course.administration.finding import PersonPage
    from course.administration.reach import KeptPerson

ROLES = ("teacher", "coach", "director", "officer", "administrator")

a_person = click.argument("person", metavar="PERSON")
at_school = click.option(
    "--school", "school_name", metavar="NAME", help="Name of the school; without it, for the whole board."
)


@click.group()
def person() -> None:
    """Keep pupils and staff: find, show, add, change, move, out, back, role, end-role, merge.

    PERSON is a number that `find` gives, or the address of a member of staff.
    """


@person.command("find")
@click.argument("name")
@kept
def find_people(keeper: Keeper, name: str, *, as_json: bool) -> None:
    """Find people by a part of their name or address, with their numbers; no more than fifty."""
    from course.administration.finding import find

    found = find(keeper.store, keeper.actor, name)
    for_machines = [{"person": one, "name": called, "email": email or None} for one, called, email in found]
    lines = (f"{one}  {called}  {email}".rstrip() for one, called, email in found)
    tell(for_machines, lines, as_json=as_json)


@person.command("show")
@a_person
@kept
def show_person(keeper: Keeper, person: str, *, as_json: bool) -> None:
    """Show PERSON with roles, groups, and who else is called alike; nothing of what somebody learns."""
    from course.administration.finding import person_page

    found = person_page(keeper.store, keeper.actor, keeper.person(person))
    tell(_for_machines(found), _shown(found), as_json=as_json)


@person.command("add")
@click.argument("name")
@click.option("--email", required=True, help="With which this person signs in.")
@click.option("--role", type=click.Choice(ROLES), required=True, help="The first role.")
@at_school
@kept
def add_member(
    keeper: Keeper, name: str, email: str, role: str, school_name: str | None, *, as_json: bool
) -> None:
    """Add a member of staff, NAME with first name and surname; who has the address already gets the role.

    Pupils are added with `deelwijs group pupils`.
    """
    from course.administration import staff
    from course.naming import split_name
    from course.people.roles import Role

    at = keeper.school(school_name).id if school_name else None
    who = staff.add_member(keeper.store, keeper.actor, split_name(name), email, Role(role), at, keeper.origin)
    words = told(
        "Added, as number %(number)s. With “deelwijs account %(number)s --invite” this person can come in.",
        number=who,
    )
    tell({"person": who}, words, as_json=as_json)


@person.command("change")
@a_person
@click.option("--name", help="The right name: a pupil's first name, of staff the whole name.")
@click.option("--email", help="The right address of a member of staff.")
@click.option("--year", help="The right year of a pupil, by EDEXML's code: 7, or 11 for klas 1.")
@kept
def change_person(
    keeper: Keeper, person: str, name: str | None, email: str | None, year: str | None, *, as_json: bool
) -> None:
    """Call PERSON otherwise, or change the address of a member of staff or the year of a pupil."""
    if not (name or email or year):
        raise click.UsageError(said(told("Say what is right: --name, --email or --year.")))
    who = _page(keeper, person).person
    correct_person(keeper, who, name=name, email=email, year=year)
    tell({"person": who.id}, told("It is changed."), as_json=as_json)


@person.command("move")
@a_person
@click.option("--group", "group_name", metavar="NAME", required=True, help="Name of the group to go to.")
@click.option("--school", "school_name", metavar="NAME", required=True, help="Name of the school.")
@kept
def move_pupil(keeper: Keeper, person: str, group_name: str, school_name: str, *, as_json: bool) -> None:
    """Let a pupil go to another group, with everything that was learned."""
    from course.administration import pupils

    who, group = keeper.person(person), keeper.group(school_name, group_name)
    pupils.move(keeper.store, keeper.actor, who, group, keeper.origin)
    words = told("The pupil is in the other group now, with everything that was learned.")
    tell({"person": who, "group": group}, words, as_json=as_json)


@person.command("out")
@a_person
@kept
def take_out(keeper: Keeper, person: str, *, as_json: bool) -> None:
    """Take a pupil out of the school; `back` undoes it, and what was learned is kept until its date."""
    from course.administration import pupils

    who = keeper.person(person)
    pupils.take_out(keeper.store, keeper.actor, who, keeper.origin)
    words = told(
        "The pupil is out of the school. “deelwijs person back” undoes it; what was learned is kept."
    )
    tell({"person": who}, words, as_json=as_json)


@person.command("back")
@a_person
@kept
def put_back(keeper: Keeper, person: str, *, as_json: bool) -> None:
    """Put back a pupil who was taken out; choose a group with `move` after that."""
    from course.administration import pupils

    who = keeper.person(person)
    pupils.put_back(keeper.store, keeper.actor, who, keeper.origin)
    words = told("The pupil is at the school again. Choose a group now, with “deelwijs person move”.")
    tell({"person": who}, words, as_json=as_json)


@person.command("role")
@a_person
@click.argument("role", type=click.Choice(ROLES))
@at_school
@kept
def give_role(keeper: Keeper, person: str, role: str, school_name: str | None, *, as_json: bool) -> None:
    """Give a member of staff one more ROLE; which groups somebody teaches or coaches says `deelwijs group staff`."""
    from course.administration import staff
    from course.people.roles import Role

    who, at = keeper.person(person), keeper.school(school_name).id if school_name else None
    staff.give_role(keeper.store, keeper.actor, who, Role(role), at, keeper.origin)
    tell({"person": who}, told("The role is given. It holds from today."), as_json=as_json)


@person.command("end-role")
@a_person
@click.argument("role", type=click.Choice(ROLES))
@at_school
@kept
def end_role(keeper: Keeper, person: str, role: str, school_name: str | None, *, as_json: bool) -> None:
    """End a ROLE of a member of staff, and what it is in groups of that school."""
    from course.administration import staff

    at = keeper.school(school_name).id if school_name else None
    who = _page(keeper, person).person
    held = (one for one in who.open_roles if one.role == role and one.school_id == at)
    which = next(held, None)
    if which is None:
        raise Failed(told("%(name)s does not have this role there.", name=who.name))
    staff.take_role(keeper.store, keeper.actor, who.id, which.id, keeper.origin)
    tell({"person": who.id}, told("The role has ended."), as_json=as_json)


@person.command("merge")
@a_person
@click.argument("other", metavar="PERSON")
@click.option("--confirm", is_flag=True, help="Do it; without this it only says who would become one.")
@kept
def merge(keeper: Keeper, person: str, other: str, *, confirm: bool, as_json: bool) -> None:
    """Make one of two entries of the same person: the first stays, the other is gone for good.

    What was learned of both is kept.
    """
    from course.administration.finding import merge_people

    stays, double = _page(keeper, person).person, _page(keeper, other).person
    words = [
        told(
            "%(name)s (%(number)s) stays, and %(other)s (%(double)s) goes up in it.",
            name=stays.name,
            number=stays.id,
            other=double.name,
            double=double.id,
        )
    ]
    if confirm:
        merge_people(keeper.store, keeper.actor, stays.id, double.id, keeper.origin)
        words.append(told("The two are one now. What was learned of both is kept."))
    else:
        words.append(told("Nothing is written yet. Write it with --confirm."))
    tell({"stays": stays.id, "goes": double.id, "written": confirm}, words, as_json=as_json)


def _page(keeper: Keeper, person: str) -> PersonPage:
    from course.administration.finding import person_page

    return person_page(keeper.store, keeper.actor, keeper.person(person))


def _for_machines(found: PersonPage) -> dict[str, object]:
    who, schools = found.person, {one.id: one.name for one in found.schools}
    return {
        "person": who.id,
        "name": who.name,
        "email": who.email or None,
        "year": who.year_group or None,
        "roles": [
            {"role": one.role.value, "school": schools.get(one.school_id or 0)} for one in who.open_roles
        ],
        "groups": [{"group": one, "name": name} for one, name, _ in found.groups],
        "alike": [{"person": one, "name": name} for one, name in found.alike],
    }


def _shown(found: PersonPage) -> Iterator[str]:
    who = found.person
    yield f"{who.id}  {who.name}  {who.email}".rstrip()
    yield told("roles: %(roles)s", roles=", ".join(_roles(found, who)) or "-")
    if who.is_pupil:
        yield told("year: %(year)s", year=who.year_group or "-")
        yield told("groups: %(groups)s", groups=", ".join(name for _, name, _ in found.groups) or "-")
    if found.alike:
        yield told("called alike: %(names)s", names=", ".join(f"{name} ({one})" for one, name in found.alike))


def _roles(found: PersonPage, who: KeptPerson) -> Iterator[str]:
    schools = {one.id: one.name for one in found.schools}
    for one in who.open_roles:
        yield f"{one.role.value} ({schools[one.school_id]})" if one.school_id in schools else one.role.value
