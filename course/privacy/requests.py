"""The register of requests: what somebody asked about the own data, until when it has to be answered, and what came of it.

The law gives a month (AVG, article 12, third paragraph). Somebody's data leave the program only while such a request is
open: an administrator sees nothing of what anybody learns, and an export is the one exception.
"""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select, update

from course.administration.reach import person_in_sight
from course.calendar import school_day
from course.enrolment.people import erase_person
from course.errors import Invalid, NotFound
from course.journal import journal
from course.journal.journal import Entry, Event, Origin
from course.people.access import may
from course.people.roles import Ability
from course.people.tables import persons, schools
from course.privacy.known import known_of
from course.privacy.tables import privacy_requests
from course.reading.told import told

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import Connection, Row

    from course.administration.reach import KeptPerson
    from course.people.actor import Actor
    from course.privacy.known import Known
    from course.store.store import Store

LONGEST_AGO = timedelta(days=366)
ELSEWHERE = told("This person has a role outside your reach too. An administrator of the board can do this.")


class Kind(StrEnum):
    """What somebody asks."""

    ACCESS = "access"
    CORRECTION = "correction"
    ERASURE = "erasure"


class Outcome(StrEnum):
    """What came of it."""

    DONE = "done"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Request:
    """A request as the register shows it."""

    id: int
    kind: Kind
    person_id: int
    name: str
    """Empty once the person is gone."""
    board_id: int
    school_id: int | None
    school: str
    asked_on: date
    due_on: date
    done_on: date | None
    outcome: str

    def is_late(self, today: date) -> bool:
        """Whether its month is over and nobody answered it."""
        return self.done_on is None and self.due_on < today


_ALL = (
    select(privacy_requests, persons.c.name.label("person"), schools.c.name.label("school"))
    .select_from(
        privacy_requests.outerjoin(persons, persons.c.id == privacy_requests.c.person_id).outerjoin(
            schools, schools.c.id == privacy_requests.c.school_id
        )
    )
    .where(privacy_requests.c.board_id == bindparam("board"))
    .order_by(privacy_requests.c.done_on.is_not(None), privacy_requests.c.due_on, privacy_requests.c.id)
)
_INSERT = insert(privacy_requests)
_CLOSE = (
    update(privacy_requests)
    .where(privacy_requests.c.id == bindparam("request"), privacy_requests.c.done_on.is_(None))
    .values(done_on=bindparam("today"), outcome=bindparam("with_outcome"))
)


def month_after(day: date) -> date:
    """Give the same day of the next month, or its last one."""
    year, month = (day.year + 1, 1) if day.month == 12 else (day.year, day.month + 1)  # noqa: PLR2004 - December
    return day.replace(year=year, month=month, day=min(day.day, calendar.monthrange(year, month)[1]))


def register(store: Store, actor: Actor, person_id: int, kind: Kind, asked_on: date, origin: Origin) -> None:
    """Write down that somebody asked something about the own data, on a day of the past year."""
    today = school_day(origin.at)
    if not today - LONGEST_AGO <= asked_on <= today:
        raise Invalid(asked_on=told("Give the day on which it was asked: today or before."))
    with store.write() as conn:
        person = person_in_sight(conn, actor, person_id)
        at = person.roles[-1]
        conn.execute(
            _INSERT,
            {
                "board_id": at.board_id,
                "school_id": at.school_id,
                "person_id": person.id,
                "kind": kind.value,
                "asked_on": asked_on,
                "due_on": month_after(asked_on),
            },
        )
        journal.write(
            conn, Entry.of(Event.ASKED, origin, person.id, at.board_id, at.school_id, f"{kind} asked")
        )


def requests_in_sight(store: Store, actor: Actor) -> tuple[Request, ...]:
    """List the requests within an administrator's reach: open ones first, the one that is due first on top."""
    with store.read() as conn:
        return _within_reach(conn, actor)


def close(store: Store, actor: Actor, request_id: int, outcome: Outcome, origin: Origin) -> None:
    """Write down that a request was answered; nothing happens where that was done already."""
    with store.write() as conn:
        _close(conn, _find(conn, actor, request_id), outcome, origin)


def export(store: Store, actor: Actor, request_id: int, origin: Origin) -> Known:
    """Gather all that is known of who asked for it, and tell the journal so; NotFound unless such a request is open."""
    with store.write() as conn:
        request, person = _open(conn, actor, request_id, Kind.ACCESS)
        known = known_of(conn, person.id, origin.at)
        line = Entry.of(Event.EXPORTED, origin, person.id, request.board_id, request.school_id, "person")
        journal.write(conn, line)
    return known


def open_person(store: Store, actor: Actor, request_id: int, kind: Kind) -> KeptPerson:
    """Say about whom an open request of this kind is; NotFound for any other."""
    with store.read() as conn:
        return _open(conn, actor, request_id, kind)[1]


def erase(store: Store, actor: Actor, request_id: int, origin: Origin) -> None:
    """Let go of who asked for it, with all that was theirs, and close the request; NotFound unless one is open."""
    with store.write() as conn:
        request, person = _open(conn, actor, request_id, Kind.ERASURE)
        if person.id == actor.person_id:
            raise Invalid(person=told("You can't erase yourself. Another administrator can."))
        erase_person(conn, person.id, origin)
        _close(conn, request, Outcome.DONE, origin)


def _open(conn: Connection, actor: Actor, request_id: int, kind: Kind) -> tuple[Request, KeptPerson]:
    request = _find(conn, actor, request_id)
    if request.kind is not kind or request.done_on is not None:
        raise NotFound("request", str(request_id))
    person = person_in_sight(conn, actor, request.person_id)
    if not person.is_whole:
        raise Invalid(person=ELSEWHERE)
    return request, person


def _close(conn: Connection, request: Request, outcome: Outcome, origin: Origin) -> None:
    values = {"request": request.id, "today": school_day(origin.at), "with_outcome": outcome.value}
    if conn.execute(_CLOSE, values).rowcount:
        detail = f"{request.kind} {outcome}"
        at = (request.person_id, request.board_id, request.school_id)
        journal.write(conn, Entry.of(Event.ASKED, origin, *at, detail))


def _find(conn: Connection, actor: Actor, request_id: int) -> Request:
    found = next((one for one in _within_reach(conn, actor) if one.id == request_id), None)
    if found is None:
        raise NotFound("request", str(request_id))
    return found


def _within_reach(conn: Connection, actor: Actor) -> tuple[Request, ...]:
    rows = (_request(row) for row in conn.execute(_ALL, {"board": actor.board_id}))
    return tuple(
        one for one in rows if may(actor, Ability.KEEP_PEOPLE, board_id=one.board_id, school_id=one.school_id)
    )


def _request(row: Row[Any]) -> Request:
    return Request(
        row.id,
        Kind(row.kind),
        row.person_id,
        row.person or "",
        row.board_id,
        row.school_id,
        row.school or "",
        row.asked_on,
        row.due_on,
        row.done_on,
        row.outcome,
    )
