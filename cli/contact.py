"""Whom pupils, parents and staff can turn to at a school, from the command line."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

import click

from cli.keeping import kept
from cli.language import said
from cli.reporting import tell
from course.reading.told import told

if TYPE_CHECKING:
    from collections.abc import Callable

    from cli.keeping import Keeper
    from course.contacts.contacts import Contact, ContactsPage

WHOM = ("pupils", "parents", "staff")

of_school = click.option("--school", "school_name", metavar="NAME", required=True, help="Name of the school.")


def of_contact(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the fields of a contact."""
    for option in (
        click.option(
            "--for", "whom", multiple=True, type=click.Choice(WHOM), help="For whom; repeat it for more."
        ),
        click.option("--when-where", help="When and where this one is to be found."),
        click.option("--email", help="E-mail address, as readers see it."),
        click.option("--phone", help="Telephone number."),
    ):
        command = option(command)
    return command


@click.group()
def contact() -> None:
    """Keep whom one can turn to at a school: list, add, change, out."""


@contact.command("list")
@of_school
@kept
def list_contacts(keeper: Keeper, school_name: str, *, as_json: bool) -> None:
    """List the contacts of a school, each with its number, in the order in which readers see them."""
    page = _page(keeper, school_name)
    found = [{"contact": one.id, **asdict(one.contact)} for one in page.contacts]
    tell(found, [_line(one.id, one.contact) for one in page.contacts], as_json=as_json)


@contact.command("add")
@click.argument("name")
@of_contact
@of_school
@kept
def add_contact(keeper: Keeper, name: str, school_name: str, *, as_json: bool, **given: Any) -> None:
    """Add a contact, NAME as readers know it: a name, a task, or both."""
    from course.contacts import contacts

    school = keeper.school(school_name)
    new = _changed(contacts.Contact(name), given)
    contacts.add_contact(keeper.store, keeper.actor, school.id, new, keeper.origin)
    number = _page(keeper, school_name).contacts[-1].id
    tell({"contact": number}, told("The contact is added."), as_json=as_json)


@contact.command("change")
@click.argument("number", type=int)
@click.option("--name", help="As readers know it.")
@of_contact
@of_school
@kept
def change_contact(
    keeper: Keeper, number: int, name: str | None, school_name: str, *, as_json: bool, **given: Any
) -> None:
    """Change the contact with this NUMBER; what isn't given stays, and an empty text takes a field out."""
    from course.contacts import contacts
    from course.errors import NotFound

    page = _page(keeper, school_name)
    before = next((one.contact for one in page.contacts if one.id == number), None)
    if before is None:
        raise NotFound("contact", str(number))
    if name is None and all(value in (None, ()) for value in given.values()):
        raise click.UsageError(
            said(told("Say what is right: --name, --phone, --email, --when-where or --for."))
        )
    after = _changed(before if name is None else replace(before, name=name), given)
    contacts.change_contact(keeper.store, keeper.actor, page.school.id, number, after, keeper.origin)
    tell({"contact": number}, told("The contact is changed."), as_json=as_json)


@contact.command("out")
@click.argument("number", type=int)
@of_school
@kept
def take_out(keeper: Keeper, number: int, school_name: str, *, as_json: bool) -> None:
    """Take the contact with this NUMBER out."""
    from course.contacts import contacts
    from course.errors import NotFound

    page = _page(keeper, school_name)
    if number not in {one.id for one in page.contacts}:
        raise NotFound("contact", str(number))
    contacts.drop_contact(keeper.store, keeper.actor, page.school.id, number, keeper.origin)
    tell({"contact": number}, told("The contact is taken out."), as_json=as_json)


def _page(keeper: Keeper, school_name: str) -> ContactsPage:
    from course.contacts.contacts import contacts_page

    return contacts_page(keeper.store, keeper.actor, keeper.school(school_name).id)


def _changed(before: Contact, given: dict[str, Any]) -> Contact:
    fields = {name: given[name] for name in ("phone", "email", "when_where") if given[name] is not None}
    if given["whom"]:
        fields |= {f"for_{one}": one in given["whom"] for one in WHOM}
    return replace(before, **fields)


def _line(number: int, one: Contact) -> str:
    whom = ", ".join(name for name in WHOM if getattr(one, f"for_{name}"))
    ways = ", ".join(way for way in (one.phone, one.email, one.when_where) if way)
    return f"{number}  {one.name}  {ways}  ({whom})"
