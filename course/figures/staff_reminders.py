"""A director reminds the team of its training, or of confirming the protocol: all who have not done it, and nobody else.

They read it on their own first page until they did it, this school year; a letter goes along where letters are sent.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import Integer, bindparam, select

from course.calendar import school_day, school_year
from course.errors import NotFound, Refused
from course.figures.schools import staff_page
from course.figures.tables import staff_reminders
from course.learning.pages import State
from course.people.access import may
from course.people.holding import hold
from course.people.mail.queue import Letter, Written, put
from course.people.roles import Ability
from course.people.tables import persons, schools
from course.reading.told import told
from course.rulebooks.adopting import rules_of_school
from course.rulebooks.attesting import holding, signers_of
from course.store.upsert import Upsert

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from course.figures.pages import PersonRow, StaffPage
    from course.library import Library
    from course.people.actor import Actor
    from course.rulebooks.attesting import Signers
    from course.store.store import Store

AGAIN_AFTER = timedelta(days=7)


class Kind(StrEnum):
    """What the team is reminded of."""

    TRAINING = "training"
    PROTOCOL = "protocol"


LETTERS = {Kind.TRAINING: Letter.TRAINING, Kind.PROTOCOL: Letter.PROTOCOL}


@dataclass(frozen=True, slots=True)
class Reminded:
    """How many were reminded, and how many of them get a letter."""

    people: int
    letters: int


_HOLD = select(schools.c.id).where(schools.c.id == bindparam("in_school", type_=Integer)).with_for_update()
_OF_SCHOOL = select(staff_reminders).where(staff_reminders.c.school_id == bindparam("in_school"))
_NOTE = Upsert(
    staff_reminders,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["school_id", "kind"],
        set_={
            "reminded_at": insert.excluded.reminded_at,
            "reminded_by": insert.excluded.reminded_by,
            "version_id": insert.excluded.version_id,
        },
    ),
)
_ADDRESSES = (
    select(persons.c.id, persons.c.email, persons.c.locale)
    .where(persons.c.id.in_(bindparam("people", expanding=True, type_=Integer)), persons.c.email.is_not(None))
    .order_by(persons.c.id)
)


def untrained(page: StaffPage) -> tuple[PersonRow, ...]:
    """Name who of the team has a module of the training left to do."""
    return tuple(
        one for one in page.staff if any(cell and cell.state is not State.DONE for cell in one.cells)
    )


def last_reminded(store: Store, actor: Actor) -> Mapping[Kind, datetime]:
    """Tell who sees the team by name when it was last reminded of what; NotFound for others."""
    school_id = _own_school(actor)
    if not may(actor, Ability.STAFF_NAMES, board_id=actor.board_id, school_id=school_id):
        raise NotFound("school", "")
    with store.read() as conn:
        rows = conn.execute(_OF_SCHOOL, {"in_school": school_id})
        return {Kind(row.kind): row.reminded_at for row in rows}


def may_remind(last: datetime | None, now: datetime) -> bool:
    """Whether a week went by since the last time."""
    return last is None or now - last >= AGAIN_AFTER


def remind_staff(
    store: Store, library: Library, actor: Actor, kind: Kind, site: str | None, now: datetime
) -> Reminded:
    """Remind whoever of the own team has not done it; `site` is where letters lead to, None where none are sent.

    NotFound for who doesn't see the team by name; Refused within a week, and where everybody has done it.
    """
    people, version_id = _left(store, library, actor, kind)
    if not people:
        raise Refused(told("Everybody has done it already."))
    school_id = _own_school(actor)
    with store.write() as conn:
        conn.execute(_HOLD, {"in_school": school_id}).all()
        hold(conn, [actor.person_id, *people])
        last = {row.kind: row.reminded_at for row in conn.execute(_OF_SCHOOL, {"in_school": school_id})}
        if not may_remind(last.get(kind.value), now):
            raise Refused(told("The team was reminded of this less than a week ago."))
        row = {
            "school_id": school_id,
            "kind": kind.value,
            "reminded_at": now,
            "reminded_by": actor.person_id,
            "version_id": version_id,
        }
        conn.execute(_NOTE.on(conn), row)
        others = [one for one in people if one != actor.person_id]
        words = Written(school=actor.school_name or "")
        reached = conn.execute(_ADDRESSES, {"people": others}).all() if site else []
        for person_id, address, locale in reached:
            put(conn, LETTERS[kind], address, site or "", locale, now, person_id=person_id, words=words)
    return Reminded(len(people), len(reached))


def reminded_me(store: Store, library: Library, actor: Actor, now: datetime) -> frozenset[Kind]:
    """Tell of what the own school's team was reminded that may still be asked: this year, of the protocol in force."""
    if actor.school_id is None or not actor.role.is_staff:
        return frozenset()
    with store.read() as conn:
        rows = conn.execute(_OF_SCHOOL, {"in_school": actor.school_id}).all()
        year = school_year(school_day(now))
        found = {
            Kind(row.kind): row.version_id for row in rows if school_year(school_day(row.reminded_at)) == year
        }
        if Kind.PROTOCOL in found:
            version = rules_of_school(conn, library, actor.school_id, actor.today).version
            if version is None or found[Kind.PROTOCOL] not in {one.id for one in holding(conn, version)}:
                del found[Kind.PROTOCOL]
    return frozenset(found)


def _left(store: Store, library: Library, actor: Actor, kind: Kind) -> tuple[tuple[int, ...], int | None]:
    if kind is Kind.TRAINING:
        page = staff_page(store, library, actor)
        return tuple(one.person_id for one in untrained(page)), None
    signers: Signers = signers_of(store, library, actor)
    if signers.version is None:
        return (), None
    return tuple(one.person_id for one in signers.missing), signers.version.id


def _own_school(actor: Actor) -> int:
    if actor.school_id is None:
        raise NotFound("school", "")
    return actor.school_id
