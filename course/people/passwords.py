"""Passwords of staff: changed by their owner, or drawn anew for who has forgotten one."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, select, update

from course.errors import Invalid, NotFound
from course.journal import journal
from course.journal.journal import Entry, Event
from course.people import secrets
from course.people.actor import Notice
from course.people.credentials import Kind, is_still, keep_secrets, secret_of
from course.people.devices import SOMEWHERE
from course.people.factors.dropping import drop_all
from course.people.factors.required import lacks_one
from course.people.rate_limits import Try, count_wrong, give_back, reserve
from course.people.roles import Role
from course.people.sign_in import KNOWN, PASSWORDS, plain_email
from course.people.tables import persons, roles, sign_ins
from course.people.tries import tell_refusal
from course.people.weak_passwords import refuse_weak
from course.reading.findings import nearest

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from course.people.actor import Actor
    from course.people.devices import Device
    from course.store.store import Store

DRAWN_FOR = timedelta(days=7)
"""So long a drawn password waits for its first and only use."""
SAME = "This is the password that you have. Take another one."
WRONG = Invalid(current="This is not your present password.")

_is_staff = persons.c.id.in_(select(roles.c.person_id).where(roles.c.role != Role.PUPIL.value))
_BY_EMAIL = select(persons.c.id).where(persons.c.email == bindparam("with_email"), _is_staff)
_EMAIL = select(persons.c.email).where(persons.c.id == bindparam("person"))
_EMAILS = select(persons.c.email).where(persons.c.email.is_not(None), _is_staff)
_SIGN_OUT = delete(sign_ins).where(
    sign_ins.c.person_id == bindparam("person"), sign_ins.c.token_hash != bindparam("but")
)
_TELL = (
    update(sign_ins)
    .where(sign_ins.c.token_hash == bindparam("sign_in"))
    .values(notice=bindparam("to_tell"), confirmed_at=bindparam("now"))
)


def change_password(
    store: Store, actor: Actor, current: str, wanted: str, now: datetime, device: Device = SOMEWHERE
) -> None:
    """Give a member of staff the password that they want, and sign them out everywhere but here.

    Raises Invalid, its words in English for the catalogs, when `current` is not theirs or `wanted` is easy to guess,
    and TooSoon where wrong ones were tried often.
    """
    with store.read() as conn:
        kept = secret_of(conn, actor.person_id, Kind.PASSWORD) or ""
        email = conn.execute(_EMAIL, {"person": actor.person_id}).scalar() or ""
    entry = _entry(actor, device, now)
    reserved = reserve(store, PASSWORDS, [Try(f"own:{actor.person_id}", KNOWN)], now)
    if not secrets.is_password(kept, current):
        with store.write() as conn:
            count_wrong(conn, reserved, now)
            tell_refusal(conn, PASSWORDS, reserved, replace(entry, event=Event.REFUSED, detail=PASSWORDS))
        raise WRONG
    try:
        _refuse_unfit(current, wanted, (actor.name, email, actor.school_name, actor.board_name))
    except Invalid:
        with store.write() as conn:
            give_back(conn, reserved, now)
        raise
    new_hash = secrets.hash_password(wanted)
    with store.write() as conn:
        if not is_still(conn, actor.person_id, Kind.PASSWORD, kept):
            raise WRONG
        give_back(conn, reserved, now)
        keep_secrets(conn, {actor.person_id: new_hash}, Kind.PASSWORD, now)
        conn.execute(_SIGN_OUT, {"person": actor.person_id, "but": actor.sign_in})
        lacks = lacks_one(conn, actor.person_id, actor.today)
        notice = Notice.SECOND_STEP if lacks else Notice.NOTHING
        conn.execute(_TELL, {"sign_in": actor.sign_in, "to_tell": notice.value, "now": now})
        journal.write(conn, entry)


def _refuse_unfit(current: str, wanted: str, own: Iterable[str]) -> None:
    if wanted == current:
        raise Invalid(wanted=SAME)
    refuse_weak(wanted, own)


def _entry(actor: Actor, device: Device, now: datetime) -> Entry:
    return Entry(
        now,
        Event.NEW_PASSWORD,
        actor.person_id,
        board_id=actor.board_id,
        school_id=actor.school_id,
        place=journal.coarse(device.address),
    )


def draw_password(store: Store, email: str, now: datetime, *, without_second_step: bool = False) -> str:
    """Draw a new password for a member of staff, who is signed out everywhere; it can't be read back later.

    It is for one use, within `DRAWN_FOR`: who comes in with it chooses an own one before anything else.
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
        until = now + DRAWN_FOR
        keep_secrets(conn, {person: new_hash}, Kind.PASSWORD, now, is_temporary=True, expires_at=until)
        conn.execute(_SIGN_OUT, {"person": person, "but": ""})
        if without_second_step:
            drop_all(conn, person)
            journal.write(conn, Entry(now, Event.FACTOR_REMOVED, about_id=person, detail="all"))
        journal.write(conn, Entry(now, Event.DRAWN_PASSWORD, about_id=person))
    return drawn
