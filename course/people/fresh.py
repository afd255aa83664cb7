"""Somebody who has been in for a while shows once more who it is, before what can't be taken back or is worth stealing."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, update

from course.errors import Invalid
from course.journal import journal
from course.journal.journal import Entry, Event
from course.people import secrets
from course.people.credentials import Kind, secret_of
from course.people.factors import passkeys
from course.people.factors.challenges import Purpose, take
from course.people.factors.required import factors_of
from course.people.factors.second_step import look_up, taken
from course.people.holding import hold
from course.people.rate_limits import Try, count_wrong, give_back, reserve
from course.people.sign_in import KNOWN, PASSWORDS
from course.people.tables import sign_ins
from course.people.tries import tell_refusal

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from course.people.actor import Actor
    from course.people.devices import Device
    from course.people.factors.passkeys import Site
    from course.store.store import Store

LASTS = timedelta(minutes=10)
"""So long after a secret was shown nothing is asked again: long enough for a row of roles, short enough for a coffee."""
WRONG = "This is neither your password nor a code of yours."

_SHOWN = (
    update(sign_ins)
    .where(sign_ins.c.token_hash == bindparam("sign_in"))
    .values(confirmed_at=bindparam("now"))
)


def is_fresh(actor: Actor, now: datetime) -> bool:
    """Whether somebody showed a secret lately."""
    return actor.confirmed_at is not None and now - actor.confirmed_at < LASTS


def has_passkey(store: Store, actor: Actor) -> bool:
    """Whether a passkey can be asked for."""
    with store.read() as conn:
        return factors_of(conn, actor.person_id).passkey


def show_again(store: Store, actor: Actor, typed: str, now: datetime, device: Device) -> None:
    """Take the password, a code of the app or one of paper; Invalid for anything else, TooSoon after many wrong ones."""
    if not typed.strip():
        raise Invalid(confirm="Fill in your password or a code.")
    reserved = reserve(store, PASSWORDS, [Try(f"own:{actor.person_id}", KNOWN)], now)
    with store.read() as conn:
        kept = secret_of(conn, actor.person_id, Kind.PASSWORD) or ""
    is_password = secrets.is_password(kept, typed)
    found = None if is_password else look_up(store, actor.person_id, typed, now, device)
    with store.write() as conn:
        hold(conn, [actor.person_id])
        if is_password or (found is not None and taken(conn, actor.person_id, found)):
            give_back(conn, reserved, now)
            was_shown(conn, actor, now)
            return
        count_wrong(conn, reserved, now)
        refused = Entry(
            now,
            Event.REFUSED,
            actor.person_id,
            board_id=actor.board_id,
            school_id=actor.school_id,
            place=journal.coarse(device.address),
            detail=PASSWORDS,
        )
        tell_refusal(conn, PASSWORDS, reserved, refused)
    raise Invalid(confirm=WRONG)


def was_shown(conn: Connection, actor: Actor, now: datetime) -> None:
    """Note that a secret was shown here, now."""
    conn.execute(_SHOWN, {"sign_in": actor.sign_in, "now": now})


def show_passkey(store: Store, actor: Actor, site: Site, token: str, answer: str, now: datetime) -> None:
    """Take one of the own passkeys; Invalid for anybody else's."""
    with store.write() as conn:
        challenge = take(conn, Purpose.PASSKEY, token, now)
    if challenge is None:
        raise Invalid(confirm=passkeys.WRONG)
    with store.write() as conn:
        if passkeys.shown(conn, site, challenge.told, answer, now) != actor.person_id:
            raise Invalid(confirm=passkeys.WRONG)
        was_shown(conn, actor, now)
