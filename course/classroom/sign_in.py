"""A pupil comes in through the door that a class session opened.

The pictures, or words, are checked outside any transaction, for that takes long, and must still be the same inside: who
was given new ones meanwhile, and was signed out, does not come in with the old ones.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select, update

from course.calendar import school_day
from course.classroom.class_sessions import plain_code
from course.errors import Invalid, NotFound
from course.journal import journal
from course.journal.journal import Entry, Event
from course.people import secrets
from course.people.actor import Notice
from course.people.coming_in import SignIn, Told, keep_sign_in
from course.people.credentials import Kind, is_still, was_used
from course.people.devices import SOMEWHERE
from course.people.rate_limits import (
    Pace,
    Try,
    count_wrong,
    give_back,
    is_granted,
    known_key,
    lifted_key,
    pupil_key,
    reserve,
)
from course.people.roles import InGroup, Role
from course.people.tables import class_sessions, credentials, groups, memberships, roles, schools, sign_ins
from course.people.tries import tell_refusal
from course.people.words import read_words
from course.people.years import holds

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from course.people.devices import Device
    from course.store.store import Store

PUPIL = Pace(5, timedelta(seconds=15), timedelta(minutes=8), timedelta(hours=4))
"""Wrong sets for one pupil: fourteen in a session of ninety minutes, and none in the dark, for the teacher is told."""
BROWSER = Pace(8, timedelta(seconds=10), timedelta(minutes=4), timedelta(hours=4))
"""Wrong sets from one browser, whoever somebody tries to be."""
CLASS = Pace(25, timedelta(seconds=10), timedelta(minutes=3), timedelta(hours=4))
"""Wrong sets in one class session, whoever tries to be whom: what bounds a search through all names."""
KNOWN = Pace(8, timedelta(seconds=10), timedelta(minutes=2), timedelta(hours=4))
"""Wrong sets on a device on which this pupil came in before: counted apart from what others try."""

_PUPIL = (
    select(
        class_sessions.c.id,
        class_sessions.c.group_id,
        groups.c.school_id,
        schools.c.board_id,
        memberships.c.person_id.label("pupil"),
        roles.c.id.label("role_id"),
        credentials.c.kind,
        credentials.c.secret_hash,
        credentials.c.is_temporary,
    )
    .select_from(
        class_sessions.join(groups, groups.c.id == class_sessions.c.group_id)
        .join(schools, schools.c.id == groups.c.school_id)
        .outerjoin(
            memberships,
            (memberships.c.group_id == groups.c.id)
            & (memberships.c.person_id == bindparam("person"))
            & (memberships.c.role == InGroup.PUPIL.value)
            & holds(memberships),
        )
        .outerjoin(
            roles,
            (roles.c.person_id == memberships.c.person_id)
            & (roles.c.role == Role.PUPIL.value)
            & (roles.c.school_id == groups.c.school_id)
            & holds(roles),
        )
        .outerjoin(
            credentials,
            (credentials.c.person_id == memberships.c.person_id)
            & credentials.c.kind.in_((Kind.PICTURES.value, Kind.WORDS.value)),
        )
    )
    .where(
        class_sessions.c.code == bindparam("with_code"),
        class_sessions.c.closed_at.is_(None),
        class_sessions.c.expires_at > bindparam("now"),
    )
    .order_by(credentials.c.created_at.desc())
)
_STILL_OPEN = (
    select(class_sessions.c.expires_at)
    .where(class_sessions.c.id == bindparam("session"), class_sessions.c.closed_at.is_(None))
    .with_for_update(read=True)
)


_TELL_ELSEWHERE = (
    update(sign_ins)
    .where(
        sign_ins.c.person_id == bindparam("person"),
        sign_ins.c.token_hash != bindparam("but"),
        sign_ins.c.expires_at > bindparam("now"),
    )
    .values(notice=Notice.ELSEWHERE.value)
)


def sign_in_pupil(
    store: Store,
    code: str,
    person_id: int,
    chosen: Sequence[str],
    now: datetime,
    device: Device = SOMEWHERE,
) -> SignIn:
    """Let a pupil in until the class session ends, by the pictures or the words of the own card.

    Raises NotFound for a class code that is wrong or over and for a pupil of another group, Invalid for what is no set
    of pictures or words (`number-of-pictures`, `no-words`: a slip, which counts for nothing) or not this pupil's
    (`wrong-pictures`, `wrong-words`), and TooSoon where wrong ones were tried often.
    """
    with store.read() as conn:
        values = {"with_code": plain_code(code), "person": person_id, "now": now, "today": school_day(now)}
        row = conn.execute(_PUPIL, values).first()
        lifted = is_granted(conn, lifted_key(person_id), now)
    if row is None:
        raise NotFound("class code", code)
    if row.pupil is None or row.role_id is None or row.secret_hash is None:
        raise NotFound("pupil", str(person_id))
    kind = Kind(row.kind)
    read = _read(kind, chosen)
    reserved = reserve(store, kind.value, _tries(row, device, lifted=lifted), now)
    wrong = Invalid(**{kind.value: f"wrong-{kind}"})
    if not secrets.fit_pictures(row.secret_hash, read):
        with store.write() as conn:
            count_wrong(conn, reserved, now)
            tell_refusal(conn, kind.value, reserved, _entry(Event.REFUSED, row, device, now))
        raise wrong
    with store.write() as conn:
        expires_at = conn.execute(_STILL_OPEN, {"session": row.id}).scalar()
        if expires_at is None:
            raise NotFound("class code", code)
        if not is_still(conn, person_id, kind, row.secret_hash):
            raise wrong
        give_back(conn, reserved, now)
        mark = device.mark_of(person_id, row.secret_hash)
        told = tuple(_told(conn, row, device, now))
        fresh = SignIn(secrets.new_token(), person_id, expires_at, row.role_id, mark, told=told)
        keep_sign_in(conn, fresh, row.id, now, pupil_only=True)
        journal.write(conn, _entry(Event.SIGNED_IN, row, device, now))
    return fresh


def asked_of(store: Store, code: str, person_id: int, now: datetime) -> Kind:
    """Say what the page asks of a pupil: words of who has them, pictures of everybody else."""
    values = {"with_code": plain_code(code), "person": person_id, "now": now, "today": school_day(now)}
    with store.read() as conn:
        row = conn.execute(_PUPIL, values).first()
    return Kind.WORDS if row is not None and row.kind == Kind.WORDS else Kind.PICTURES


def _read(kind: Kind, chosen: Sequence[str]) -> Collection[str]:
    """Read a set of pictures or words; Invalid for what is none, whoever's it would be."""
    if kind is Kind.WORDS:
        words = read_words(chosen)
        if words is None:
            raise Invalid(words="no-words")
        return words
    if not secrets.are_pictures(chosen):
        raise Invalid(pictures="number-of-pictures")
    return chosen


def _told(conn: Connection, row: Row[*tuple[Any, ...]], device: Device, now: datetime) -> Iterator[Told]:
    """Say what the pupil is to be told, and tell the other screens of somebody who is in already."""
    if row.is_temporary:
        was_used(conn, row.pupil, Kind(row.kind))
        yield Told.NEW_WORDS if row.kind == Kind.WORDS else Told.NEW_PICTURES
    if tell_elsewhere(conn, row.pupil, device, now):
        yield Told.ELSEWHERE


def tell_elsewhere(conn: Connection, person_id: int, device: Device, now: datetime) -> bool:
    """Tell the other screens of somebody who is in already; whether there are any."""
    others = {"person": person_id, "but": device.sign_in, "now": now}
    return conn.execute(_TELL_ELSEWHERE, others).rowcount > 0


def class_key(session_id: int) -> str:
    """Name what all tries in one lesson count for."""
    return f"class:{session_id}"


def _tries(row: Row[*tuple[Any, ...]], device: Device, *, lifted: bool) -> Sequence[Try]:
    """Say what a set of pictures counts for; where the teacher lets a pupil try again, nobody else's tries count."""
    if lifted:
        return (Try(pupil_key(row.pupil), PUPIL),)
    if device.knows(row.pupil, row.secret_hash):
        return (Try(known_key(row.pupil), KNOWN),)
    return (
        Try(pupil_key(row.pupil), PUPIL),
        Try(f"browser:{device.browser}", BROWSER),
        Try(class_key(row.id), CLASS),
    )


def _entry(event: Event, row: Row[*tuple[Any, ...]], device: Device, now: datetime) -> Entry:
    return Entry(
        now,
        event,
        row.pupil,
        board_id=row.board_id,
        school_id=row.school_id,
        group_id=row.group_id,
        place=journal.coarse(device.address),
        detail=row.kind,
    )
