"""A pupil comes in through the door that a class session opened.

The pictures are checked outside any transaction, for that takes long, and must still be the same inside: who was given
new ones meanwhile, and was signed out, does not come in with the old ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from course.classroom.class_sessions import plain_code
from course.errors import Invalid, NotFound
from course.people import secrets
from course.people.roles import Role
from course.people.sign_in import SignIn, is_still, keep_sign_in
from course.people.tables import class_sessions, memberships, persons

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from course.store.store import Store

_PUPIL = (
    select(class_sessions.c.id, persons.c.id.label("pupil"), persons.c.secret_hash)
    .select_from(
        class_sessions.outerjoin(
            memberships,
            (memberships.c.group_id == class_sessions.c.group_id)
            & (memberships.c.person_id == bindparam("person"))
            & (memberships.c.role == Role.PUPIL.value),
        ).outerjoin(persons, persons.c.id == memberships.c.person_id)
    )
    .where(
        class_sessions.c.code == bindparam("with_code"),
        class_sessions.c.closed_at.is_(None),
        class_sessions.c.expires_at > bindparam("now"),
    )
)
_STILL_OPEN = (
    select(class_sessions.c.expires_at)
    .where(class_sessions.c.id == bindparam("session"), class_sessions.c.closed_at.is_(None))
    .with_for_update(read=True)
)


def sign_in_pupil(
    store: Store, code: str, person_id: int, pictures: Collection[str], now: datetime
) -> SignIn:
    """Let a pupil in until the class session ends.

    Raises NotFound for a class code that is wrong or over and for a pupil of another group, Invalid for
    pictures that are not three different ones of the twelve (`three-pictures`) or not this pupil's
    (`wrong-pictures`).
    """
    with store.read() as conn:
        row = conn.execute(_PUPIL, {"with_code": plain_code(code), "person": person_id, "now": now}).first()
    if row is None:
        raise NotFound("class code", code)
    if row.pupil is None:
        raise NotFound("pupil", str(person_id))
    if not secrets.are_pictures(pictures):
        raise Invalid(pictures="three-pictures")
    if not secrets.fit_pictures(row.secret_hash, pictures):
        raise Invalid(pictures="wrong-pictures")
    with store.write() as conn:
        expires_at = conn.execute(_STILL_OPEN, {"session": row.id}).scalar()
        if expires_at is None:
            raise NotFound("class code", code)
        if not is_still(conn, person_id, row.secret_hash):
            raise Invalid(pictures="wrong-pictures")
        fresh = SignIn(secrets.new_token(), person_id, expires_at)
        keep_sign_in(conn, fresh, row.id, now)
    return fresh
