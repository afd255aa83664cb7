"""A link for one use, which an administrator hands over: whoever holds it chooses the password of one account.

What stands in the link is kept as a hash alone, goes with its use, its day, or a newer link, and is for the first password
as for one that was forgotten.
"""

from __future__ import annotations

import hashlib
from datetime import timedelta
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import bindparam, delete, select

from course.errors import NotFound
from course.journal import journal
from course.journal.journal import Entry, Event, coarse
from course.people import secrets
from course.people.credentials import Kind, keep_secrets
from course.people.devices import SOMEWHERE
from course.people.holding import hold
from course.people.roles import Role
from course.people.tables import boards, invitations, persons, roles, schools, sign_ins
from course.people.weak_passwords import refuse_weak
from course.store.upsert import Upsert

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from course.journal.journal import Origin
    from course.people.devices import Device
    from course.store.store import Store

LASTS = timedelta(days=7)
RESET_LASTS = timedelta(hours=1)
"""A link that somebody asked for by mail."""

_KEEP = Upsert(
    invitations,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["person_id"],
        set_={name: insert.excluded[name] for name in ("token_hash", "made_at", "expires_at")},
    ),
)
_FOR = (
    select(persons.c.id, persons.c.name, persons.c.email, persons.c.board_id)
    .join(invitations, invitations.c.person_id == persons.c.id)
    .where(
        invitations.c.token_hash == bindparam("token"),
        invitations.c.expires_at > bindparam("now"),
        persons.c.id.in_(
            select(roles.c.person_id).where(roles.c.role != Role.PUPIL.value, roles.c.until_on.is_(None))
        ),
    )
)
_AT = select(persons.c.id, persons.c.name).where(
    persons.c.email == bindparam("address"),
    persons.c.id.in_(
        select(roles.c.person_id).where(roles.c.role != Role.PUPIL.value, roles.c.until_on.is_(None))
    ),
)
_PLACES = (
    select(boards.c.name.label("board"), schools.c.name.label("school"))
    .select_from(
        roles.join(boards, boards.c.id == roles.c.board_id).outerjoin(
            schools, schools.c.id == roles.c.school_id
        )
    )
    .where(roles.c.person_id == bindparam("person"))
)
_USE = (
    delete(invitations)
    .where(invitations.c.token_hash == bindparam("token"), invitations.c.expires_at > bindparam("now"))
    .returning(invitations.c.person_id)
)
_SIGN_OUT = delete(sign_ins).where(sign_ins.c.person_id == bindparam("person"))


def invite(conn: Connection, person_id: int, board_id: int, origin: Origin) -> str:
    """Make a link's secret for somebody of the staff, in place of any before; it can't be read back later."""
    token = _kept(conn, person_id, LASTS, origin.at, origin.at)
    journal.write(conn, Entry.of(Event.INVITED, origin, person_id, board_id))
    return token


def _kept(conn: Connection, person_id: int, lasts: timedelta, asked_at: datetime, now: datetime) -> str:
    token = secrets.new_token()
    hold(conn, [person_id])
    values = {
        "person_id": person_id,
        "token_hash": _hash(token),
        "made_at": asked_at,
        "expires_at": now + lasts,
    }
    conn.execute(_KEEP.on(conn), values)
    return token


class Addressed(NamedTuple):
    """A member of staff to whom a letter goes."""

    id: int
    name: str


def staff_at(conn: Connection, address: str) -> Addressed | None:
    """Find who of the staff has an address and a role that goes on."""
    row = conn.execute(_AT, {"address": address}).first()
    return Addressed(*row) if row else None


def link_for(conn: Connection, person_id: int, lasts: timedelta, asked_at: datetime, now: datetime) -> str:
    """Make a link's secret for a letter that goes now; what asked for the letter told the journal.

    It counts from when the letter was asked for: a letter that is tried again knows its own link by that.
    """
    return _kept(conn, person_id, lasts, asked_at, now)


def invited(store: Store, token: str, now: datetime) -> str:
    """Give the address of whom a link is for; NotFound for one that was used, replaced or is too old."""
    with store.read() as conn:
        row = conn.execute(_FOR, {"token": _hash(token), "now": now}).first()
    if row is None:
        raise NotFound("invitation", "")
    return str(row.email or "")


def accept(store: Store, token: str, wanted: str, now: datetime, device: Device = SOMEWHERE) -> None:
    """Let whoever holds the link choose the password; out everywhere, and the link is used.

    Raises Invalid for a password that is easy to guess, and then the link works still; NotFound as `invited` does.
    """
    with store.read() as conn:
        row = conn.execute(_FOR, {"token": _hash(token), "now": now}).first()
        if row is None:
            raise NotFound("invitation", "")
        places = [name for pair in conn.execute(_PLACES, {"person": row.id}) for name in pair if name]
    refuse_weak(wanted, (row.name, row.email or "", *places))
    hashed = secrets.hash_password(wanted)
    with store.write() as conn:
        person: int | None = conn.execute(_USE, {"token": _hash(token), "now": now}).scalar()
        if person is None:
            raise NotFound("invitation", "")
        keep_secrets(conn, {person: hashed}, Kind.PASSWORD, now)
        conn.execute(_SIGN_OUT, {"person": person})
        place = coarse(device.address)
        journal.write(conn, Entry(now, Event.NEW_PASSWORD, person, board_id=row.board_id, place=place))


def take_up(conn: Connection, hashed: str, now: datetime) -> int:
    """Use the link of which this is the hash, and give whose it is, out everywhere; NotFound as `invited` does."""
    row = conn.execute(_FOR, {"token": hashed, "now": now}).first()
    used: int | None = conn.execute(_USE, {"token": hashed, "now": now}).scalar() if row else None
    if used is None:
        raise NotFound("invitation", "")
    conn.execute(_SIGN_OUT, {"person": used})
    return used


def hash_of_link(store: Store, token: str, now: datetime) -> str:
    """Give the hash of a link that works still; NotFound as `invited` does."""
    invited(store, token, now)
    return _hash(token)


def token_of(typed: str) -> str:
    """Take the secret out of a link that somebody pasted whole, or as it is."""
    return typed.strip().rpartition("#")[2]


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
