"""The second step of signing in: a password was right, and a code of an app or of paper makes it whole.

The two halves are parted by a challenge, and nobody is in between them: there is no sign-in until both were shown.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from course.errors import Invalid, NotFound
from course.journal import journal
from course.journal.journal import Entry, Event
from course.people.coming_in import How, come_in
from course.people.credentials import Kind, is_still
from course.people.devices import SOMEWHERE
from course.people.factors import app, recovery
from course.people.factors.challenges import Purpose, asked, take
from course.people.factors.required import Factors, factors_of
from course.people.holding import hold
from course.people.rate_limits import Pace, Try, count_wrong, give_back, reserve
from course.people.sign_on.tables import sign_on_links
from course.people.tries import tell_refusal

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from course.people.coming_in import SignIn
    from course.people.devices import Device
    from course.store.store import Store

SCOPE = "second-step"
"""What tries at codes are told and journalled as."""
CODES = Pace(5, timedelta(seconds=15), timedelta(minutes=5), timedelta(hours=1))
"""Wrong codes of one person, everywhere: three of a million are right at any moment, so a search takes years."""
WRONG = "This code is not right, or it was used already. Wait for the next one and try again."
OVER = NotFound("second step", "")
_LINK = select(sign_on_links.c.id).where(
    sign_on_links.c.id == bindparam("link"), sign_on_links.c.person_id == bindparam("person")
)


@dataclass(frozen=True, slots=True)
class Found:
    """What somebody typed, checked outside a transaction and still to be taken inside one."""

    how: How
    code: app.Code | None = None
    recovery_id: int = 0


def awaited(store: Store, token: str, now: datetime) -> Factors:
    """Say what can be shown at the second step that a browser is at; NotFound where it is at none, or no more."""
    with store.read() as conn:
        challenge = asked(conn, Purpose.SECOND_STEP, token, now)
        if challenge is None or challenge.person_id is None:
            raise OVER
        return factors_of(conn, challenge.person_id)


def finish(store: Store, token: str, typed: str, now: datetime, device: Device = SOMEWHERE) -> SignIn:
    """Let somebody in who types a right code; Invalid for a wrong one, NotFound as `awaited`, TooSoon after many."""
    with store.read() as conn:
        challenge = asked(conn, Purpose.SECOND_STEP, token, now)
    if challenge is None or challenge.person_id is None:
        raise OVER
    person_id = challenge.person_id
    reserved = reserve(store, SCOPE, tries_of(person_id), now)
    found = look_up(store, person_id, typed, now, device)
    with store.write() as conn:
        hold(conn, [person_id])
        if found is not None and taken(conn, person_id, found):
            if take(conn, Purpose.SECOND_STEP, token, now) is None:
                raise OVER
            if not _holds_still(conn, person_id, challenge.told):
                raise OVER
            give_back(conn, reserved, now)
            return come_in(conn, person_id, found.how, now, device)
        count_wrong(conn, reserved, now)
        refused = Entry(now, Event.REFUSED, person_id, place=journal.coarse(device.address), detail=SCOPE)
        tell_refusal(conn, SCOPE, reserved, refused)
    raise Invalid(code=WRONG)


def _holds_still(conn: Connection, person_id: int, told: str) -> bool:
    """Whether what was right at the first step is the person's still: the password, or the account elsewhere."""
    how, _, link = told.partition(" ")
    if how == How.SIGN_ON and link.isdecimal():
        return conn.execute(_LINK, {"link": int(link), "person": person_id}).first() is not None
    return is_still(conn, person_id, Kind.PASSWORD, told)


def tries_of(person_id: int) -> list[Try]:
    """Name what a wrong code counts for, wherever it is asked."""
    return [Try(f"second-step:{person_id}", CODES)]


def look_up(store: Store, person_id: int, typed: str, now: datetime, device: Device) -> Found | None:
    """Say what a typed text is: a code of the app, one of paper, or neither."""
    with store.read() as conn:
        code = app.right_code(conn, person_id, typed, device.key, now)
        hashes = recovery.hashes_of(conn, person_id)
    if code is not None:
        return Found(How.APP, code)
    used = recovery.found(hashes, typed)
    return Found(How.RECOVERY, recovery_id=used) if used is not None else None


def taken(conn: Connection, person_id: int, found: Found) -> bool:
    """Take what was found; False where somebody was faster."""
    if found.code is not None:
        return app.take(conn, person_id, found.code)
    return recovery.use(conn, found.recovery_id)
