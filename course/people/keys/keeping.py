"""A board's own keys: made at the first use, the same from then on.

Where the installation got another secret key an older one can't be read any more: then a new one is made, and the public
half of the old one stays, so that what it signed can still be checked.
"""

from __future__ import annotations

import json
import secrets
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, insert, select

from course.errors import NotFound
from course.people.factors.sealing import seal, unseal
from course.people.keys.tables import board_keys
from course.people.tables import boards

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from joserfc.jwk import RSAKey
    from sqlalchemy import Connection

    from course.store.store import Store

BITS = 3072
"""Of a key that signs badges: RS256 is the one algorithm that everybody who checks them has to know."""


class Purpose(StrEnum):
    """What a key is for."""

    BADGES = "badges"
    """Signs badges."""
    PSEUDONYMS = "pseudonyms"
    """Makes pseudonyms of people for a store of learning records."""


@dataclass(frozen=True, slots=True)
class Issuer:
    """A board that signs, with the public half of every key that it ever signed with."""

    board_id: int
    name: str
    keys: Mapping[str, Mapping[str, object]]
    """By name, as JWK."""


_mine = (board_keys.c.board_id == bindparam("board")) & (board_keys.c.purpose == bindparam("of_purpose"))
_KEYS = select(board_keys.c.sealed).where(_mine).order_by(board_keys.c.made_at.desc(), board_keys.c.name)
_LOCK = select(boards.c.id).where(boards.c.id == bindparam("board")).with_for_update()
_PUBLIC = (
    select(boards.c.name.label("board"), board_keys.c.name, board_keys.c.public)
    .join(board_keys, board_keys.c.board_id == boards.c.id)
    .where(_mine)
    .order_by(board_keys.c.made_at, board_keys.c.name)
)
_ADD = insert(board_keys)


def signing_key(store: Store, board_id: int, secret: bytes, now: datetime) -> RSAKey:
    """Give the key by which a board signs badges; made once."""
    from joserfc.jwk import RSAKey

    return RSAKey.import_key(json.loads(_kept(store, board_id, Purpose.BADGES, secret, now, _pair)))


def pseudonym_key(store: Store, board_id: int, secret: bytes, now: datetime) -> bytes:
    """Give the key by which a board makes pseudonyms; made once."""
    return bytes.fromhex(_kept(store, board_id, Purpose.PSEUDONYMS, secret, now, _random))


def issuer(store: Store, board_id: int) -> Issuer:
    """Tell with which keys a board signs badges; NotFound for one that never signed any, or isn't there."""
    with store.read() as conn:
        rows = conn.execute(_PUBLIC, {"board": board_id, "of_purpose": Purpose.BADGES}).all()
    if not rows:
        raise NotFound("page", "")
    return Issuer(board_id, rows[0].board, {row.name: json.loads(row.public) for row in rows})


def _kept(
    store: Store, board_id: int, purpose: Purpose, secret: bytes, now: datetime, make: Callable[[], _Made]
) -> str:
    with store.read() as conn:
        found = _readable(conn, board_id, purpose, secret)
    if found is not None:
        return found
    made = make()
    with store.write() as conn:
        conn.execute(_LOCK, {"board": board_id}).one()
        found = _readable(conn, board_id, purpose, secret)
        if found is not None:
            return found
        row = {"name": made.name, "sealed": seal(secret, made.secret), "public": made.public, "made_at": now}
        conn.execute(_ADD, {"board_id": board_id, "purpose": purpose.value, **row})
    return made.secret


def _readable(conn: Connection, board_id: int, purpose: Purpose, secret: bytes) -> str | None:
    for sealed in conn.execute(_KEYS, {"board": board_id, "of_purpose": purpose}).scalars():
        found = unseal(secret, sealed)
        if found is not None:
            return found
    return None


@dataclass(frozen=True, slots=True)
class _Made:
    name: str
    secret: str
    public: str


def _pair() -> _Made:
    from joserfc.jwk import RSAKey

    key = RSAKey.generate_key(BITS, private=True)
    name = key.thumbprint()
    public = {**key.as_dict(private=False), "kid": name, "use": "sig", "alg": "RS256"}
    return _Made(name, json.dumps(key.as_dict(private=True)), json.dumps(public))


def _random() -> _Made:
    return _Made(secrets.token_hex(8), secrets.token_hex(32), "")
