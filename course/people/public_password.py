"""The password of the demo board, which everybody may read, and whether it still opens anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from course.people.credentials import Kind
from course.people.secrets import is_password
from course.people.tables import credentials, persons

if TYPE_CHECKING:
    from course.store.store import Store

PASSWORD = "samen-wijs-delen"  # noqa: S105 - printed by the command; the demo board holds nobody's data
MOST_LOOKED_AT = 20
"""Different passwords that are tried, some 25 ms each; the demo board has one."""

_KEPT = (
    select(credentials.c.secret_hash)
    .join_from(credentials, persons)
    .where(credentials.c.kind == Kind.PASSWORD.value, persons.c.email.endswith(".example", autoescape=True))
    .distinct()
    .limit(MOST_LOOKED_AT)
)
"""Only the demo's staff have addresses there: nobody can own one."""


def opens_an_account(store: Store) -> bool:
    """Whether the demo's password lets anybody in."""
    with store.read() as conn:
        kept = conn.execute(_KEPT).scalars().all()
    return any(is_password(one, PASSWORD) for one in kept)
