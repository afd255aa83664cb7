"""What is asked of a browser and has to come back, once and soon: it stands here, and the browser holds only its name."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select

from course.people import secrets
from course.people.factors.tables import challenges

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

LASTS = timedelta(minutes=10)


class Purpose(StrEnum):
    """What a challenge is for; one for another purpose is none."""

    SECOND_STEP = "second-step"
    """A password was right, or an account elsewhere; what is told is its hash, or its link, which must be the same still."""
    NEW_PASSKEY = "new-passkey"
    PASSKEY = "passkey"
    SIGN_ON = "sign-on"
    """An account elsewhere is to tell who it is."""


@dataclass(frozen=True, slots=True)
class Challenge:
    """What was asked, of whom."""

    person_id: int | None
    """None where nobody knows yet who will answer."""
    told: str


_INSERT = insert(challenges)
_mine = (
    (challenges.c.token_hash == bindparam("token"))
    & (challenges.c.purpose == bindparam("of_purpose"))
    & (challenges.c.expires_at > bindparam("now"))
)
_READ = select(challenges.c.person_id, challenges.c.told).where(_mine)
_TAKE = delete(challenges).where(_mine).returning(challenges.c.person_id, challenges.c.told)
_TIDY = delete(challenges).where(challenges.c.expires_at <= bindparam("now"))


def ask(conn: Connection, purpose: Purpose, person_id: int | None, told: str, now: datetime) -> str:
    """Keep what is asked, and give the name under which it comes back; what nobody answered goes."""
    conn.execute(_TIDY, {"now": now})
    token = secrets.new_token()
    row = {
        "token_hash": _hash(token),
        "purpose": purpose.value,
        "person_id": person_id,
        "told": told,
        "expires_at": now + LASTS,
    }
    conn.execute(_INSERT, row)
    return token


def asked(conn: Connection, purpose: Purpose, token: str, now: datetime) -> Challenge | None:
    """Read what was asked under this name and is still open."""
    row = conn.execute(_READ, _values(purpose, token, now)).first()
    return Challenge(row.person_id, row.told) if row else None


def take(conn: Connection, purpose: Purpose, token: str, now: datetime) -> Challenge | None:
    """Read it and take it away: of two that answer at once one finds it."""
    row = conn.execute(_TAKE, _values(purpose, token, now)).first()
    return Challenge(row.person_id, row.told) if row else None


def _values(purpose: Purpose, token: str, now: datetime) -> dict[str, object]:
    return {"token": _hash(token), "of_purpose": purpose.value, "now": now}


def _hash(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()
