"""Cards with a QR code: 128 bits for one pupil until the school year ends, shown for some minutes and kept as a hash.

What a drawing gives a pupil follows from the secret of the drawing, so a form that is sent twice draws nothing anew. Nobody
can search for 128 bits, so a fast hash does, by which a card is found.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, select

from course.calendar import year_end
from course.errors import NotFound
from course.journal import journal
from course.journal.journal import Entry, Event
from course.people.access import group_in_sight
from course.people.credentials import Kind, keep_secrets
from course.people.roles import Ability, InGroup
from course.people.tables import credentials, memberships, persons, sign_ins
from course.people.years import holds

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from course.people.access import Group
    from course.people.actor import Actor
    from course.store.store import Store

    Forget = Callable[[Connection, Collection[int]], None]
    Holder = Row[*tuple[Any, ...]]

BYTES = 16


@dataclass(frozen=True, slots=True)
class QrCard:
    """One pupil's card: what its QR code holds can't be read back later."""

    person_id: int
    name: str
    token: str


@dataclass(frozen=True, slots=True)
class CardHolder:
    """A pupil of a group, and whether a card works."""

    person_id: int
    name: str
    made_at: datetime | None
    """When the card was drawn that works today; None without one."""


_IN_GROUP = (
    select(
        persons.c.id,
        persons.c.name,
        credentials.c.secret_hash,
        credentials.c.created_at,
        credentials.c.expires_at,
    )
    .select_from(
        memberships.join(persons, persons.c.id == memberships.c.person_id).outerjoin(
            credentials, (credentials.c.person_id == persons.c.id) & (credentials.c.kind == Kind.CARD.value)
        )
    )
    .where(
        memberships.c.group_id == bindparam("in_group"),
        memberships.c.role == InGroup.PUPIL.value,
        holds(memberships),
    )
    .order_by(persons.c.sort_key, persons.c.id)
)
_END = delete(credentials).where(
    credentials.c.person_id == bindparam("person"), credentials.c.kind == Kind.CARD.value
)
_SIGN_OUT = delete(sign_ins).where(sign_ins.c.person_id == bindparam("person"))


def card_holders(store: Store, actor: Actor, group_id: int, now: datetime) -> tuple[CardHolder, ...]:
    """List the pupils of an own group by name; NotFound for anybody else's group."""
    _group, pupils = _pupils(store, actor, group_id)
    return tuple(
        CardHolder(one.id, one.name, one.created_at if one.expires_at and one.expires_at > now else None)
        for one in pupils.values()
    )


def draw_cards(
    store: Store,
    actor: Actor,
    group_id: int,
    person_ids: Collection[int],
    drawing: bytes,
    now: datetime,
    forget: Forget,
) -> tuple[QrCard, ...]:
    """Draw a card for these pupils of an own group, by name; for all that are asked or for none.

    An older card works no more, and who is in is signed out. Who has the card of this `drawing` keeps it. `forget` deletes
    in the same transaction what the card would open to who drew it. NotFound for anybody else's group or pupil.
    """
    group, pupils = _pupils(store, actor, group_id)
    chosen = _chosen(pupils, person_ids)
    cards = tuple(QrCard(one.id, one.name, _token(drawing, one.id)) for one in chosen)
    fresh = {card.person_id: hash_of_card(card.token) for card in cards if not _has(pupils, card)}
    if fresh:
        with store.write() as conn:
            keep_secrets(conn, fresh, Kind.CARD, now, expires_at=year_end(group.school_year))
            conn.execute(_SIGN_OUT, [{"person": one} for one in fresh])
            forget(conn, list(fresh))
            _tell(conn, Event.NEW_CARD, actor, group, fresh, now)
    return cards


def cards_of(
    store: Store, actor: Actor, group_id: int, person_ids: Collection[int], drawing: bytes
) -> tuple[QrCard, ...]:
    """Give the cards of a drawing once more, by name; without those that work no more."""
    _group, pupils = _pupils(store, actor, group_id)
    wanted = (pupils[one] for one in pupils if one in person_ids)
    cards = (QrCard(one.id, one.name, _token(drawing, one.id)) for one in wanted)
    return tuple(card for card in cards if _has(pupils, card))


def end_cards(
    store: Store, actor: Actor, group_id: int, person_ids: Collection[int], now: datetime
) -> tuple[str, ...]:
    """Let the cards of these pupils work no more, and sign them out; gives the names of who had one."""
    group, pupils = _pupils(store, actor, group_id)
    had = {one.id: one.name for one in _chosen(pupils, person_ids) if one.secret_hash}
    if had:
        with store.write() as conn:
            conn.execute(_END, [{"person": one} for one in had])
            conn.execute(_SIGN_OUT, [{"person": one} for one in had])
            _tell(conn, Event.CARD_ENDED, actor, group, had, now)
    return tuple(had.values())


def hash_of_card(token: str) -> str:
    """Give what a card is found by."""
    return hashlib.sha256(token.encode()).hexdigest()


def _pupils(store: Store, actor: Actor, group_id: int) -> tuple[Group, dict[int, Holder]]:
    with store.read() as conn:
        group = group_in_sight(conn, actor, group_id, Ability.TEACH)
        values = {"in_group": group_id, "today": actor.today}
        return group, {pupil.id: pupil for pupil in conn.execute(_IN_GROUP, values)}


def _chosen(pupils: dict[int, Holder], person_ids: Collection[int]) -> tuple[Holder, ...]:
    if strangers := set(person_ids) - pupils.keys():
        raise NotFound("pupil", str(min(strangers)))
    return tuple(pupils[one] for one in pupils if one in person_ids)


def _token(drawing: bytes, person_id: int) -> str:
    return hmac.digest(drawing, f"card {person_id}".encode(), "sha256")[:BYTES].hex()


def _has(pupils: dict[int, Holder], card: QrCard) -> bool:
    return bool(pupils[card.person_id].secret_hash == hash_of_card(card.token))


def _tell(
    conn: Connection, event: Event, actor: Actor, group: Group, about: Iterable[int], now: datetime
) -> None:
    lines = (
        Entry(now, event, actor.person_id, one, group.board_id, group.school_id, group.id) for one in about
    )
    journal.write(conn, *lines)
