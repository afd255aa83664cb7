"""A fresh sign-in, however somebody showed who it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import and_, bindparam, insert, select

from course.calendar import school_day
from course.errors import Invalid
from course.journal import journal
from course.journal.journal import Entry, Event
from course.people import secrets
from course.people.actor import Notice, hash_of
from course.people.credentials import Kind
from course.people.factors.required import lacks_one
from course.people.roles import Role
from course.people.tables import credentials, persons, roles, sign_ins
from course.people.years import holds

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from course.people.devices import Device

STAFF_STAY = timedelta(hours=12)
"""However busy, staff sign in anew after this."""


class Told(StrEnum):
    """What a pupil is told on coming in."""

    NEW_PICTURES = "new-pictures"
    """It was the first time with pictures that the teacher drew."""
    NEW_WORDS = "new-words"
    ELSEWHERE = "elsewhere"
    """Somebody is in as this pupil on another device."""


class How(StrEnum):
    """With what a member of staff came in, as the journal tells it."""

    PASSWORD = "staff"  # noqa: S105 - the name of a way
    APP = "app"
    """A password and a code of an app."""
    RECOVERY = "recovery-code"
    PASSKEY = "passkey"
    SIGN_ON = "sign-on"
    """Another organisation told who it is."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """A fresh sign-in: the token is for the cookie, and is told only here."""

    token: str
    person_id: int
    expires_at: datetime
    role_id: int | None
    """None for who still has to choose in which role to be here."""
    mark: str = ""
    """For the device: this person came in on it."""
    notice: Notice = Notice.NOTHING
    """What this screen is to be told from now on."""
    told: tuple[Told, ...] = ()
    """What it is to be told now."""
    device: str = ""
    """Staff: the browser and its system, to be told from the own others."""
    confirmed_at: datetime | None = None
    """Staff: when a secret was last shown; what asks for a fresh one looks at this."""


@dataclass(frozen=True, slots=True)
class SecondStep:
    """A password was right, and something else is to be shown before anybody is in."""

    token: str
    """For the cookie: names what was asked."""


_INSERT = insert(sign_ins)
_STAFF = (
    select(
        roles.c.id,
        roles.c.board_id,
        roles.c.school_id,
        credentials.c.secret_hash,
        credentials.c.is_temporary,
    )
    .select_from(
        roles.join(persons, persons.c.id == roles.c.person_id).outerjoin(
            credentials,
            and_(credentials.c.person_id == persons.c.id, credentials.c.kind == Kind.PASSWORD.value),
        )
    )
    .where(roles.c.person_id == bindparam("person"), roles.c.role != Role.PUPIL.value, holds(roles))
    .order_by(roles.c.id)
)


def come_in(
    conn: Connection,
    person_id: int,
    how: How,
    now: datetime,
    device: Device,
    *,
    is_whole: bool = True,
    is_fresh: bool = True,
) -> SignIn:
    """Sign a member of staff in who has shown all that is asked; Invalid for one whose roles have all ended.

    Another organisation may tell that somebody came in there long ago (`is_fresh`), and by one step alone (`is_whole`).
    """
    rows = conn.execute(_STAFF, {"person": person_id, "today": school_day(now)}).all()
    if not rows:
        raise Invalid(person="You have no role here any more. Ask your administrator.")
    first = rows[0]
    fresh = SignIn(
        token=secrets.new_token(),
        person_id=person_id,
        expires_at=now + STAFF_STAY,
        role_id=first.id if len(rows) == 1 else None,
        mark=device.mark_of(person_id, first.secret_hash) if first.secret_hash else "",
        notice=_notice(conn, person_id, how, now, is_temporary=bool(first.is_temporary), is_whole=is_whole),
        device=device.name,
        confirmed_at=now if is_fresh else None,
    )
    keep_sign_in(conn, fresh, None, now)
    place = journal.coarse(device.address)
    at = {"board_id": first.board_id, "school_id": first.school_id}
    journal.write(conn, Entry(now, Event.SIGNED_IN, person_id, **at, place=place, detail=how.value))
    return fresh


def _notice(
    conn: Connection, person_id: int, how: How, now: datetime, *, is_temporary: bool, is_whole: bool
) -> Notice:
    """Say what comes before everything else; another organisation may have asked for a second step itself."""
    if is_temporary and how is not How.SIGN_ON:
        return Notice.OWN_PASSWORD
    if not (how is How.SIGN_ON and is_whole) and lacks_one(conn, person_id, school_day(now)):
        return Notice.SECOND_STEP
    return Notice.NOTHING


def keep_sign_in(
    conn: Connection,
    fresh: SignIn,
    class_session_id: int | None,
    now: datetime,
    *,
    pupil_only: bool = False,
) -> None:
    """Store a fresh sign-in; a pupil's ends with its class session, and opens no other role of the same person."""
    values = {
        "token_hash": hash_of(fresh.token),
        "person_id": fresh.person_id,
        "role_id": fresh.role_id,
        "class_session_id": class_session_id,
        "notice": fresh.notice,
        "pupil_only": pupil_only,
        "device": fresh.device,
        "confirmed_at": fresh.confirmed_at,
        "created_at": now,
        "seen_at": now,
        "expires_at": fresh.expires_at,
    }
    conn.execute(_INSERT, values)
