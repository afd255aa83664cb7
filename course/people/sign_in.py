"""Coming in and going out. Every moment is an argument.

A secret is checked outside any transaction, for that takes long, and must still be the same inside: who was given a new
one meanwhile, and was signed out, does not come in with the old one.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, insert, select, update

from course.errors import Invalid
from course.people import secrets
from course.people.actor import IDLE, hash_of
from course.people.roles import Role
from course.people.tables import class_sessions, persons, rate_limits, sign_ins

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from course.store.store import Store

STAFF_STAY = timedelta(hours=12)
"""However busy, staff sign in anew after this."""

SESSIONS_STAY = timedelta(days=366)
"""So long after its end a class session can be found in the database."""


@dataclass(frozen=True, slots=True)
class SignIn:
    """A fresh sign-in: the token is for the cookie, and is told only here."""

    token: str
    person_id: int
    expires_at: datetime


_STAFF = select(persons.c.id, persons.c.secret_hash).where(
    persons.c.email == bindparam("with_email"), persons.c.role != Role.PUPIL.value
)
_SECRET = (
    select(persons.c.secret_hash).where(persons.c.id == bindparam("person")).with_for_update(key_share=True)
)
_INSERT = insert(sign_ins)
_REHASH = update(persons).where(persons.c.id == bindparam("person"))
_SIGN_OUT = delete(sign_ins).where(sign_ins.c.token_hash == bindparam("sign_in"))
_PURGE = (
    delete(sign_ins).where(sign_ins.c.expires_at <= bindparam("now")),
    delete(sign_ins).where(
        sign_ins.c.class_session_id.is_(None), sign_ins.c.seen_at < bindparam("idle_since")
    ),
    delete(rate_limits).where(rate_limits.c.expires_at <= bindparam("now")),
    delete(class_sessions).where(class_sessions.c.expires_at < bindparam("a_year_ago")),
)


def sign_in_staff(store: Store, email: str, password: str, now: datetime) -> SignIn:
    """Let a member of staff in.

    Raises Invalid with the same message, after the same work, for an unknown address and a wrong password.
    """
    with store.read() as conn:
        row = conn.execute(_STAFF, {"with_email": plain_email(email)}).first()
    wrong = Invalid(password="wrong-email-or-password")  # noqa: S106 - a message id
    if not secrets.is_password(row.secret_hash if row else None, password) or row is None:
        raise wrong
    fresh = SignIn(secrets.new_token(), row.id, now + STAFF_STAY)
    renewed = secrets.hash_password(password) if secrets.is_outdated(row.secret_hash) else None
    with store.write() as conn:
        _purge(conn, now)
        if not is_still(conn, row.id, row.secret_hash):
            raise wrong
        keep_sign_in(conn, fresh, None, now)
        if renewed:
            conn.execute(_REHASH, {"person": row.id, "secret_hash": renewed})
    return fresh


def sign_out(store: Store, token: str) -> None:
    """End one sign-in; an unknown token is fine."""
    with store.write() as conn:
        conn.execute(_SIGN_OUT, {"sign_in": hash_of(token)})


def is_still(conn: Connection, person_id: int, secret_hash: str) -> bool:
    """Whether a secret that was checked is the person's still, and stays it until the end of this transaction."""
    return conn.execute(_SECRET, {"person": person_id}).scalar() == secret_hash


def _purge(conn: Connection, now: datetime) -> None:
    """Delete what is over, as decision 0003 says; staff come in seldom enough to do it then."""
    values = ({"now": now}, {"idle_since": now - IDLE}, {"now": now}, {"a_year_ago": now - SESSIONS_STAY})
    for statement, moments in zip(_PURGE, values, strict=True):
        conn.execute(statement, moments)


def plain_email(typed: str) -> str:
    """Forgive how an address is typed: spaces around it, capitals in it."""
    return typed.strip().lower()


def keep_sign_in(conn: Connection, fresh: SignIn, class_session_id: int | None, now: datetime) -> None:
    """Store a fresh sign-in; a pupil's ends with its class session."""
    values = {
        "token_hash": hash_of(fresh.token),
        "person_id": fresh.person_id,
        "class_session_id": class_session_id,
        "created_at": now,
        "seen_at": now,
        "expires_at": fresh.expires_at,
    }
    conn.execute(_INSERT, values)
