"""Where somebody is in, told to and ended by the owner."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, select

from course.people.actor import IDLE
from course.people.tables import sign_ins

if TYPE_CHECKING:
    from datetime import datetime

    from course.people.actor import Actor
    from course.store.store import Store

NAMED_BY = 16
"""Characters of a sign-in's hash that name it on a page: enough to tell the own ones apart, and nothing opens with them."""

_own = sign_ins.c.person_id == bindparam("person")
_LIST = (
    select(sign_ins.c.token_hash, sign_ins.c.device, sign_ins.c.created_at, sign_ins.c.seen_at)
    .where(_own, sign_ins.c.expires_at > bindparam("now"), sign_ins.c.seen_at >= bindparam("idle_since"))
    .order_by(sign_ins.c.seen_at.desc(), sign_ins.c.token_hash)
)
_END = delete(sign_ins).where(_own, sign_ins.c.token_hash.startswith(bindparam("named")))
_END_OTHERS = delete(sign_ins).where(_own, sign_ins.c.token_hash != bindparam("but"))


@dataclass(frozen=True, slots=True)
class OwnSignIn:
    """A device on which one is in."""

    name: str
    device: str
    since: datetime
    seen: datetime
    is_here: bool


def own_sign_ins(store: Store, actor: Actor, now: datetime) -> tuple[OwnSignIn, ...]:
    """List where somebody is in, the one that is looked from first."""
    values = {"person": actor.person_id, "now": now, "idle_since": now - IDLE}
    with store.read() as conn:
        rows = conn.execute(_LIST, values).all()
    found = [
        OwnSignIn(
            row.token_hash[:NAMED_BY],
            row.device,
            row.created_at,
            row.seen_at,
            row.token_hash == actor.sign_in,
        )
        for row in rows
    ]
    return tuple(sorted(found, key=lambda one: not one.is_here))


def end_own(store: Store, actor: Actor, name: str) -> None:
    """End one of the own sign-ins; one that is not there, or somebody else's, is fine."""
    if len(name) == NAMED_BY and name.isalnum():
        with store.write() as conn:
            conn.execute(_END, {"person": actor.person_id, "named": name})


def end_others(store: Store, actor: Actor) -> None:
    """Be in here alone."""
    with store.write() as conn:
        conn.execute(_END_OTHERS, {"person": actor.person_id, "but": actor.sign_in})
