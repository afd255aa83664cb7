"""A second step taken off an account whose owner lost phone and paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete

from course.people.factors import app, recovery
from course.people.factors.tables import passkeys
from course.people.holding import hold

if TYPE_CHECKING:
    from sqlalchemy import Connection

_DROP_PASSKEYS = delete(passkeys).where(passkeys.c.person_id == bindparam("person"))


def drop_all(conn: Connection, person_id: int) -> None:
    """Take away all that an account has beside its password, for somebody who lost it."""
    hold(conn, [person_id])
    app.drop(conn, person_id)
    recovery.drop(conn, person_id)
    conn.execute(_DROP_PASSKEYS, {"person": person_id})
