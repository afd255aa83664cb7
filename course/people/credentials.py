"""What somebody comes in with, one row for each kind: staff a password, pupils pictures or words, and a card."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, select, update

from course.people.holding import HELD_PERSON, hold
from course.people.tables import credentials
from course.store.upsert import Upsert

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import datetime

    from sqlalchemy import Connection


class Kind(StrEnum):
    """What a credential is."""

    PASSWORD = "password"  # noqa: S105 - the name of a kind
    PICTURES = "pictures"
    WORDS = "words"
    """Of pupils for whom words take the place of pictures."""
    CARD = "card"
    """What the QR code of a pupil's card holds, until the school year ends."""


_KEEP = Upsert(
    credentials,
    lambda insert: insert.on_conflict_do_update(
        index_elements=["person_id", "kind"],
        set_={
            "secret_hash": insert.excluded.secret_hash,
            "is_temporary": insert.excluded.is_temporary,
            "expires_at": insert.excluded.expires_at,
            "created_at": insert.excluded.created_at,
        },
    ),
)
_mine = (credentials.c.person_id == bindparam("person")) & (credentials.c.kind == bindparam("of_kind"))
_SECRET = select(credentials.c.secret_hash).where(_mine)
_SECRET_HELD = (
    select(credentials.c.secret_hash)
    .where(credentials.c.person_id == HELD_PERSON, credentials.c.kind == bindparam("of_kind"))
    .with_for_update(key_share=True)
)
_REHASH = update(credentials).where(_mine).values(secret_hash=bindparam("new_hash"))


_USED = update(credentials).where(_mine).values(is_temporary=False)
_DROP = delete(credentials).where(_mine)


def was_used(conn: Connection, person_id: int, kind: Kind) -> None:
    """Note that a secret which somebody else drew was used."""
    conn.execute(_USED, {"person": person_id, "of_kind": kind})


def secret_of(conn: Connection, person_id: int, kind: Kind) -> str | None:
    """Read the hash of somebody's secret; None where there is none of this kind."""
    secret: str | None = conn.execute(_SECRET, {"person": person_id, "of_kind": kind}).scalar()
    return secret


def is_still(conn: Connection, person_id: int, kind: Kind, secret_hash: str) -> bool:
    """Whether a secret that was checked is the person's still, and stays it until the end of this transaction."""
    return conn.execute(_SECRET_HELD, {"person": person_id, "of_kind": kind}).scalar() == secret_hash


def keep_secrets(
    conn: Connection,
    hashes: Mapping[int, str],
    kind: Kind,
    now: datetime,
    *,
    is_temporary: bool = False,
    expires_at: datetime | None = None,
) -> None:
    """Keep new secrets by person, in place of what each had of this kind."""
    rows = [
        {
            "person_id": person,
            "kind": kind,
            "secret_hash": secret,
            "is_temporary": is_temporary,
            "expires_at": expires_at,
            "created_at": now,
        }
        for person, secret in hashes.items()
    ]
    if rows:
        hold(conn, hashes)
        conn.execute(_KEEP.on(conn), rows)


def drop_secrets(conn: Connection, person_ids: Iterable[int], kind: Kind) -> None:
    """Let nobody of these people come in by this kind any more."""
    rows = [{"person": one, "of_kind": kind} for one in person_ids]
    if rows:
        conn.execute(_DROP, rows)


def rehash(conn: Connection, person_id: int, kind: Kind, secret_hash: str) -> None:
    """Keep the same secret under today's settings."""
    conn.execute(_REHASH, {"person": person_id, "of_kind": kind, "new_hash": secret_hash})
