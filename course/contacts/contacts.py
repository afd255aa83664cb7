"""A school's own contacts: read by whoever is there, kept by its director and its administrator."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, func, insert, select, update

from course.contacts.tables import (
    LONGEST_EMAIL,
    LONGEST_NAME,
    LONGEST_PHONE,
    LONGEST_WHEN,
    school_contacts,
)
from course.errors import Invalid, NotFound
from course.journal import journal
from course.journal.journal import Entry
from course.naming import plain_name
from course.norms.model import Audience
from course.people.access import school_in_sight
from course.people.roles import Ability
from course.reading.told import told

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

    from course.journal.journal import Origin
    from course.people.access import School
    from course.people.actor import Actor
    from course.store.store import Store

MOST = 20
"""Of more nobody knows any more whom to choose."""
_PHONE = re.compile(r"[+(]?[0-9][0-9 ()/-]{1,38}")
_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_WAY = told("Give a telephone number, an e-mail address, or when and where this person is to be found.")


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody at a school to turn to, and for whom."""

    name: str
    """A name, a task, or both: as readers know it."""
    phone: str = ""
    email: str = ""
    when_where: str = ""
    for_pupils: bool = False
    for_parents: bool = False
    for_staff: bool = False

    def is_for(self, audience: Audience | None) -> bool:
        """Whether a reader can turn to this one; everybody's where nobody in particular reads."""
        match audience:
            case None:
                return True
            case Audience.PUPIL:
                return self.for_pupils
            case Audience.PARENT:
                return self.for_parents
            case _:
                return self.for_staff


@dataclass(frozen=True, slots=True)
class KeptContact:
    """A contact as it is kept."""

    id: int
    contact: Contact


@dataclass(frozen=True, slots=True)
class ContactsPage:
    """The contacts of a school, for who keeps them."""

    school: School
    contacts: tuple[KeptContact, ...]


_OF_SCHOOL = (
    select(school_contacts)
    .where(school_contacts.c.school_id == bindparam("school"))
    .order_by(school_contacts.c.place, school_contacts.c.id)
)
_LAST = select(func.max(school_contacts.c.place), func.count()).where(
    school_contacts.c.school_id == bindparam("school")
)
_THIS = (school_contacts.c.id == bindparam("contact")) & (school_contacts.c.school_id == bindparam("school"))
_INSERT = insert(school_contacts)
_CHANGE = update(school_contacts).where(_THIS)
_DROP = delete(school_contacts).where(_THIS)
_SCHOOLS_WITH = select(school_contacts.c.school_id).distinct()


def contacts_of(store: Store, school_id: int | None) -> tuple[Contact, ...]:
    """List what a school says itself, in its own order; nothing where there is no school."""
    if school_id is None:
        return ()
    with store.read() as conn:
        return tuple(one.contact for one in _kept(conn, school_id))


def schools_with_contacts(conn: Connection) -> frozenset[int]:
    """Tell which schools say themselves whom one can turn to."""
    return frozenset(conn.execute(_SCHOOLS_WITH).scalars())


def contacts_page(store: Store, actor: Actor, school_id: int) -> ContactsPage:
    """Show the contacts of a school to who keeps them; NotFound for any other school."""
    with store.read() as conn:
        school = school_in_sight(conn, actor, school_id, Ability.KEEP_CONTACTS)
        return ContactsPage(school, _kept(conn, school.id))


def add_contact(store: Store, actor: Actor, school_id: int, contact: Contact, origin: Origin) -> None:
    """Add a contact below the others; Invalid for one that nobody could reach, or that is for nobody."""
    contact = _proper(contact)
    with store.write() as conn:
        school = school_in_sight(conn, actor, school_id, Ability.KEEP_CONTACTS)
        last, count = conn.execute(_LAST, {"school": school.id}).one()
        if count >= MOST:
            raise Invalid(name=told("There are twenty contacts already. Take one out first."))
        place = 0 if last is None else last + 1
        conn.execute(
            _INSERT,
            {"school_id": school.id, "place": place, "changed_at": origin.at, **asdict(contact)},
        )
        journal.write(conn, Entry.of_school(origin, school.board_id, school.id, "contacts"))


def change_contact(
    store: Store, actor: Actor, school_id: int, contact_id: int, contact: Contact, origin: Origin
) -> None:
    """Change a contact; NotFound for one of another school, or that somebody took out."""
    contact = _proper(contact)
    with store.write() as conn:
        school = school_in_sight(conn, actor, school_id, Ability.KEEP_CONTACTS)
        done = conn.execute(
            _CHANGE.values(changed_at=origin.at, **asdict(contact)),
            {"contact": contact_id, "school": school.id},
        )
        if not done.rowcount:
            raise NotFound("contact", str(contact_id))
        journal.write(conn, Entry.of_school(origin, school.board_id, school.id, "contacts"))


def drop_contact(store: Store, actor: Actor, school_id: int, contact_id: int, origin: Origin) -> None:
    """Take a contact out; nothing happens where it is gone already."""
    with store.write() as conn:
        school = school_in_sight(conn, actor, school_id, Ability.KEEP_CONTACTS)
        if conn.execute(_DROP, {"contact": contact_id, "school": school.id}).rowcount:
            journal.write(conn, Entry.of_school(origin, school.board_id, school.id, "contacts"))


def _kept(conn: Connection, school_id: int) -> tuple[KeptContact, ...]:
    return tuple(
        KeptContact(row.id, _contact(row)) for row in conn.execute(_OF_SCHOOL, {"school": school_id})
    )


def _contact(row: Row[tuple[object, ...]]) -> Contact:
    return Contact(*(getattr(row, name) for name in Contact.__dataclass_fields__))


def _proper(contact: Contact) -> Contact:
    """Write a contact as it is kept; Invalid names each field that is wrong."""
    plain = replace(
        contact,
        name=plain_name(contact.name),
        phone=plain_name(contact.phone),
        email=plain_name(contact.email),
        when_where=plain_name(contact.when_where),
    )
    wrong: dict[str, str] = {}
    if not plain.name or len(plain.name) > LONGEST_NAME:
        wrong["name"] = told("Say who it is, in at most eighty characters.")
    if plain.phone and (len(plain.phone) > LONGEST_PHONE or not _PHONE.fullmatch(plain.phone)):
        wrong["phone"] = told("A telephone number has digits, spaces and hyphens only.")
    if plain.email and (len(plain.email) > LONGEST_EMAIL or not _EMAIL.fullmatch(plain.email)):
        wrong["email"] = told("This is no e-mail address.")
    if len(plain.when_where) > LONGEST_WHEN:
        wrong["when_where"] = told("Say when and where in at most 120 characters.")
    if not (plain.phone or plain.email or plain.when_where):
        wrong["phone"] = _WAY
    if not (plain.for_pupils or plain.for_parents or plain.for_staff):
        wrong["for_whom"] = told("Say for whom this contact is there.")
    if wrong:
        raise Invalid(**wrong)
    return plain
