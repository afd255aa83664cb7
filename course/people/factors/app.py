"""Codes of an app (TOTP, RFC 6238): set up, taken once each, given up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

import pyotp
from pyotp.exceptions import OTPVerificationError
from sqlalchemy import bindparam, delete, select, update

from course.people.factors.sealing import seal, unseal
from course.people.factors.tables import authenticators
from course.people.holding import hold
from course.people.tables import persons
from course.store.upsert import Upsert

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

ISSUER = "Deelwijs"
WINDOW = 1
"""Steps of thirty seconds before and after the present one: clocks of phones differ, and people type."""
SETTING_UP = timedelta(hours=1)
"""So long a secret that no app has shown to know waits."""
DIGITS = 6

_KEEP = Upsert(
    authenticators,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["person_id"],
        set_={name: insert.excluded[name] for name in ("sealed", "confirmed_at", "last_step", "created_at")},
        where=authenticators.c.confirmed_at.is_(None),
    ),
)
_mine = authenticators.c.person_id == bindparam("person")
_READ = select(authenticators).where(_mine)
_EMAIL = select(persons.c.email, persons.c.name).where(persons.c.id == bindparam("person"))
_TAKE = (
    update(authenticators)
    .where(
        _mine, authenticators.c.last_step < bindparam("step"), authenticators.c.sealed == bindparam("same")
    )
    .values(last_step=bindparam("step"))
)
_CONFIRM = update(authenticators).where(_mine).values(confirmed_at=bindparam("now"))
_DROP = delete(authenticators).where(_mine)


@dataclass(frozen=True, slots=True)
class Setting:
    """A secret that an app is to be told."""

    secret: str
    address: str
    """What the QR code holds: an `otpauth:` address."""

    @property
    def to_type(self) -> str:
        """The secret in groups of four, as one types it."""
        return " ".join(self.secret[at : at + 4] for at in range(0, len(self.secret), 4))


@dataclass(frozen=True, slots=True)
class Code:
    """A code that was found to be right, not yet taken."""

    sealed: str
    step: int


def begin(conn: Connection, person_id: int, key: bytes, now: datetime) -> None:
    """Make a secret for an app, in place of one that no app knew; a confirmed one stays."""
    hold(conn, [person_id])
    row = {
        "person_id": person_id,
        "sealed": seal(key, pyotp.random_base32()),
        "confirmed_at": None,
        "last_step": 0,
        "created_at": now,
    }
    conn.execute(_KEEP.on(conn), row)


def setting(conn: Connection, person_id: int, key: bytes, now: datetime) -> Setting | None:
    """Read what an app is to be told; None where nothing is being set up, or not any more."""
    row = conn.execute(_READ, {"person": person_id}).first()
    if row is None or row.confirmed_at is not None or row.created_at < now - SETTING_UP:
        return None
    secret = unseal(key, row.sealed)
    if secret is None:
        return None
    who = conn.execute(_EMAIL, {"person": person_id}).one()
    address = pyotp.TOTP(secret).provisioning_uri(name=who.email or who.name, issuer_name=ISSUER)
    return Setting(secret, address)


def right_code(
    conn: Connection, person_id: int, typed: str, key: bytes, now: datetime, *, confirmed: bool = True
) -> Code | None:
    """Say which code somebody typed; None for a wrong one, and where no app is (being) set up."""
    plain = "".join(one for one in typed if one.isdecimal())
    row = conn.execute(_READ, {"person": person_id}).first()
    if row is None or (row.confirmed_at is not None) is not confirmed or len(plain) != DIGITS:
        return None
    if not confirmed and row.created_at < now - SETTING_UP:
        return None
    secret = unseal(key, row.sealed)
    if secret is None:
        return None
    try:
        step = pyotp.TOTP(secret).verify_and_get_timecode(plain, for_time=now, valid_window=WINDOW)
    except OTPVerificationError:
        return None
    return Code(row.sealed, step)


def take(conn: Connection, person_id: int, code: Code) -> bool:
    """Take a code, once: False where it, or a newer one, was taken already."""
    values = {"person": person_id, "step": code.step, "same": code.sealed}
    return conn.execute(_TAKE, values).rowcount == 1


def confirm(conn: Connection, person_id: int, now: datetime) -> None:
    """Ask for codes of this app from now on."""
    conn.execute(_CONFIRM, {"person": person_id, "now": now})


def drop(conn: Connection, person_id: int) -> None:
    """Ask for codes no more."""
    conn.execute(_DROP, {"person": person_id})
