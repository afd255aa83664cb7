"""Passwords of staff: changed by their owner, or drawn anew for who has forgotten one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, select, update

from course.errors import Invalid, NotFound
from course.people import secrets
from course.people.roles import Role
from course.people.sign_in import is_still, plain_email
from course.people.tables import persons, sign_ins
from course.reading.findings import nearest

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from course.people.actor import Actor
    from course.store.store import Store

SHORTEST = 12
"""Characters. Length is what a password needs; rules about capitals and signs only make it forgotten."""

_IS_STAFF = persons.c.role != Role.PUPIL.value
_KEPT = select(persons.c.secret_hash).where(persons.c.id == bindparam("person"), _IS_STAFF)
_BY_EMAIL = select(persons.c.id).where(persons.c.email == bindparam("with_email"), _IS_STAFF)
_EMAILS = select(persons.c.email).where(persons.c.email.is_not(None), _IS_STAFF)
_RENEW = update(persons).where(persons.c.id == bindparam("person")).values(secret_hash=bindparam("new_hash"))
_SIGN_OUT = delete(sign_ins).where(
    sign_ins.c.person_id == bindparam("person"), sign_ins.c.token_hash != bindparam("but")
)


def change_password(store: Store, actor: Actor, current: str, wanted: str) -> None:
    """Give a member of staff the password that they want, and sign them out everywhere but here.

    Raises Invalid, its words in English for the catalogs, when `current` is not theirs or `wanted` is too
    short.
    """
    with store.read() as conn:
        kept = conn.execute(_KEPT, {"person": actor.person_id}).scalar()
    wrong = Invalid(current="This is not your present password.")
    if not secrets.is_password(kept, current) or not kept:
        raise wrong
    if len(wanted) < SHORTEST:
        raise Invalid(wanted="Take at least twelve characters.")
    new_hash = secrets.hash_password(wanted)
    with store.write() as conn:
        if not is_still(conn, actor.person_id, kept):
            raise wrong
        _renew(conn, actor.person_id, new_hash, but=actor.sign_in)


def draw_password(store: Store, email: str) -> str:
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
        _renew(conn, person, new_hash)
    return drawn


def _renew(conn: Connection, person_id: int, new_hash: str, but: str = "") -> None:
    """Keep a hash made outside the transaction, and end the person's sign-ins except the one that `but` names."""
    conn.execute(_RENEW, {"person": person_id, "new_hash": new_hash})
    conn.execute(_SIGN_OUT, {"person": person_id, "but": but})
