"""Recovery codes: ten on paper, each of which stands once for an app or a passkey that is lost."""

from __future__ import annotations

import secrets as chance
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, func, insert, select

from course.people import secrets
from course.people.factors.tables import recovery_codes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

COUNT = 10
PARTS, LETTERS = 3, 4
"""Of a code: 59 bits, and Argon2id over it."""

_HASHES = select(recovery_codes.c.id, recovery_codes.c.code_hash).where(
    recovery_codes.c.person_id == bindparam("person")
)
_COUNT = (
    select(func.count()).select_from(recovery_codes).where(recovery_codes.c.person_id == bindparam("person"))
)
_DROP = delete(recovery_codes).where(recovery_codes.c.person_id == bindparam("person"))
_USE = delete(recovery_codes).where(recovery_codes.c.id == bindparam("of_id")).returning(recovery_codes.c.id)
_INSERT = insert(recovery_codes)


def draw() -> tuple[str, ...]:
    """Draw a sheet of codes, like `k7mq-…`; they are told once."""
    return tuple("-".join(_part() for _ in range(PARTS)) for _ in range(COUNT))


def hashed(codes: Iterable[str]) -> list[str]:
    """Hash a sheet for keeping; call it outside a transaction, for it takes a while."""
    return [secrets.PUPILS.hash(_plain(code)) for code in codes]


def keep(conn: Connection, person_id: int, hashes: Iterable[str]) -> None:
    """Keep a new sheet in place of the old one."""
    drop(conn, person_id)
    conn.execute(_INSERT, [{"person_id": person_id, "code_hash": one} for one in hashes])


def drop(conn: Connection, person_id: int) -> None:
    """Let a sheet go."""
    conn.execute(_DROP, {"person": person_id})


def left(conn: Connection, person_id: int) -> int:
    """Count the codes that were not used yet."""
    return int(conn.execute(_COUNT, {"person": person_id}).scalar_one())


def hashes_of(conn: Connection, person_id: int) -> dict[int, str]:
    """Read the hashes of a sheet by id."""
    return {row.id: row.code_hash for row in conn.execute(_HASHES, {"person": person_id})}


def found(hashes: dict[int, str], typed: str) -> int | None:
    """Say which code somebody typed; call it outside a transaction."""
    plain = _plain(typed)
    if len(plain) != PARTS * LETTERS:
        return None
    return next((one for one, kept in hashes.items() if secrets.fits_pupils(kept, plain)), None)


def use(conn: Connection, code_id: int) -> bool:
    """Take a code out of the sheet; False where it was taken meanwhile."""
    return conn.execute(_USE, {"of_id": code_id}).first() is not None


def _part() -> str:
    return "".join(chance.choice(secrets.READABLE) for _ in range(LETTERS))


def _plain(typed: str) -> str:
    return "".join(letter for letter in typed.lower() if letter.isalnum())
