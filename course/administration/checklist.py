"""What an installation still lacks before a school can work with it, or what asks attention later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, func, select

from course.administration.overview import kept_school, kept_schools
from course.contacts.contacts import schools_with_contacts
from course.journal.journal import Event
from course.journal.tables import journal
from course.norms.version_key import is_key

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from datetime import datetime

    from course.administration.pages import SchoolLine
    from course.people.actor import Actor
    from course.store.store import Store

BACKUP_LASTS = timedelta(days=7)
"""After so long without a backup it is asked for again."""
_LAST_BACKUP = select(func.max(journal.c.at)).where(journal.c.event == bindparam("of_kind"))


class Lack(StrEnum):
    """A kind of thing that is missing."""

    SCHOOL = "school"
    PROTOCOL = "protocol"
    """The rules that a school goes by are not in the course."""
    PEOPLE = "people"
    TEACHER = "teacher"
    GROUP = "group"
    """Pupils who are in no group of this year."""
    PASSWORD = "password"  # noqa: S105 - the name of a kind
    """Staff who have nothing to come in with yet."""
    CONTACT = "contact"
    MAIL = "mail"
    """No mail goes out: invitations are handed over as links."""
    CONTACTS = "contacts"
    """A school that has not said itself whom one can turn to."""
    BACKUP = "backup"
    HOLIDAYS = "holidays"
    """The school holidays of this or of the next school year are not in the course."""


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing, and where."""

    lack: Lack
    school_id: int | None = None
    school: str = ""
    count: int = 0


def checklist(
    store: Store, actor: Actor, protocols: Collection[str], unset: Iterable[Lack], now: datetime
) -> tuple[Missing, ...]:
    """List what is missing within an administrator's reach, what stands in the way first.

    `unset` is what whoever runs the installation has not told it; an administrator of one school can't do anything about it.
    """
    schools = kept_schools(store, actor)
    found: list[Missing] = [] if schools else [Missing(Lack.SCHOOL)]
    with store.read() as conn:
        told = schools_with_contacts(conn)
    for line in schools:
        found.extend(_of_school(store, actor, line, protocols))
        if line.pupils and line.school.id not in told:
            found.append(Missing(Lack.CONTACTS, line.school.id, line.school.name))
    if actor.school_id is None:
        found.extend(Missing(one) for one in unset)
        if _backup_is_old(store, now):
            found.append(Missing(Lack.BACKUP))
    return tuple(found)


def _of_school(store: Store, actor: Actor, line: SchoolLine, protocols: Collection[str]) -> Iterator[Missing]:
    at = (line.school.id, line.school.name)
    if line.school.protocol not in protocols and not is_key(line.school.protocol):
        yield Missing(Lack.PROTOCOL, *at)
    if not line.pupils and not line.staff:
        yield Missing(Lack.PEOPLE, *at)
        return
    if line.without_teacher:
        yield Missing(Lack.TEACHER, *at, line.without_teacher)
    page = kept_school(store, actor, line.school.id)
    if page.without_group:
        yield Missing(Lack.GROUP, *at, len(page.without_group))
    if uninvited := sum(not one.has_secret for one in page.staff):
        yield Missing(Lack.PASSWORD, *at, uninvited)


def last_backup(store: Store) -> datetime | None:
    """Tell when the last backup was made that the journal still knows of."""
    with store.read() as conn:
        last: datetime | None = conn.execute(_LAST_BACKUP, {"of_kind": Event.BACKED_UP.value}).scalar()
    return last


def _backup_is_old(store: Store, now: datetime) -> bool:
    last = last_backup(store)
    return last is None or last < now - BACKUP_LASTS
