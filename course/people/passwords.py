"""Passwords of staff: changed by their owner, or drawn anew for who has forgotten one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, select

from course.errors import Invalid, NotFound
from course.journal import journal
from course.journal.journal import Entry, Event
from course.people import secrets
from course.people.credentials import Kind, is_still, keep_secrets, secret_of
from course.people.devices import SOMEWHERE
from course.people.rate_limits import Try, count_wrong, give_back, reserve
from course.people.roles import Role
from course.people.sign_in import KNOWN, PASSWORDS, plain_email, tell_refusal
from course.people.tables import persons, roles, sign_ins
from course.reading.findings import nearest

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from course.people.actor import Actor
    from course.people.devices import Device
    from course.store.store import Store

SHORTEST = 12
"""Characters. Length is what a password needs; rules about capitals and signs only make it forgotten."""

_is_staff = persons.c.id.in_(select(roles.c.person_id).where(roles.c.role != Role.PUPIL.value))
_BY_EMAIL = select(persons.c.id).where(persons.c.email == bindparam("with_email"), _is_staff)
_EMAILS = select(persons.c.email).where(persons.c.email.is_not(None), _is_staff)
_SIGN_OUT = delete(sign_ins).where(
    sign_ins.c.person_id == bindparam("person"), sign_ins.c.token_hash != bindparam("but")
)


def change_password(
    store: Store, actor: Actor, current: str, wanted: str, now: datetime, device: Device = SOMEWHERE
) -> None:
    """Give a member of staff the password that they want, and sign them out everywhere but here.

    Raises Invalid, its words in English for the catalogs, when `current` is not theirs or `wanted` is too
    short, and TooSoon where wrong ones were tried often.
    """
    with store.read() as conn:
        kept = secret_of(conn, actor.person_id, Kind.PASSWORD) or ""
    wrong = Invalid(current="This is not your present password.")
    entry = _entry(actor, device, now)
    reserved = reserve(store, PASSWORDS, [Try(f"own:{actor.person_id}", KNOWN)], now)
    if not secrets.is_password(kept, current):
        with store.write() as conn:
            count_wrong(conn, reserved, now)
            tell_refusal(conn, PASSWORDS, reserved, replace(entry, event=Event.REFUSED, detail=PASSWORDS))
        raise wrong
    slip = len(wanted) < SHORTEST
    new_hash = "" if slip else secrets.hash_password(wanted)
    with store.write() as conn:
        if not is_still(conn, actor.person_id, Kind.PASSWORD, kept):
            raise wrong
        give_back(conn, reserved, now)
        if not slip:
            _renew(conn, actor.person_id, new_hash, now, but=actor.sign_in)
            journal.write(conn, entry)
    if slip:
        raise Invalid(wanted="Take at least twelve characters.")


def _entry(actor: Actor, device: Device, now: datetime) -> Entry:
    return Entry(
        now,
        Event.NEW_PASSWORD,
        actor.person_id,
        board_id=actor.board_id,
        school_id=actor.school_id,
        place=journal.coarse(device.address),
    )


def draw_password(store: Store, email: str, now: datetime) -> str:
    """Draw a new password for a member of staff, who is signed out everywhere; it can't be read back later.

    Raises NotFound, with the likeliest address, when nobody of the staff has this one.
    """
    with store.read() as conn:
        person = conn.execute(_BY_EMAIL, {"with_email": plain_email(email)}).scalar()
        known = [] if person else conn.execute(_EMAILS).scalars().all()
    if person is None:
        raise NotFound("account", email, nearest(plain_email(email), known))
    drawn = secrets.draw_password()
    new_hash = secrets.hash_password(drawn)
    with store.write() as conn:
        _renew(conn, person, new_hash, now)
        journal.write(conn, Entry(now, Event.DRAWN_PASSWORD, about_id=person))
    return drawn


def _renew(conn: Connection, person_id: int, new_hash: str, now: datetime, but: str = "") -> None:
    """Keep a hash made outside the transaction, and end the person's sign-ins except the one that `but` names."""
    keep_secrets(conn, {person_id: new_hash}, Kind.PASSWORD, now)
    conn.execute(_SIGN_OUT, {"person": person_id, "but": but})
