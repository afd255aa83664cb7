"""New pictures for pupils: shown for some minutes, on a card that the teacher prints and hands out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, select

from course.errors import NotFound
from course.journal import journal
from course.journal.journal import Entry, Event
from course.people import secrets
from course.people.access import group_in_sight
from course.people.credentials import Kind, keep_secrets
from course.people.rate_limits import forget_tries, tries_of
from course.people.roles import Ability, InGroup
from course.people.tables import credentials, memberships, persons, sign_ins
from course.people.years import holds

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from course.people.access import Group
    from course.people.actor import Actor
    from course.store.store import Store

    Forget = Callable[[Connection, Collection[int]], None]


@dataclass(frozen=True, slots=True)
class LoginCard:
    """What a pupil needs beside the class code; the pictures can't be read back later."""

    person_id: int
    name: str
    pictures: tuple[str, ...]


_IN_GROUP = (
    select(persons.c.id, persons.c.name, credentials.c.secret_hash)
    .select_from(
        memberships.join(persons, persons.c.id == memberships.c.person_id).outerjoin(
            credentials,
            (credentials.c.person_id == persons.c.id) & (credentials.c.kind == Kind.PICTURES.value),
        )
    )
    .where(
        memberships.c.group_id == bindparam("in_group"),
        memberships.c.role == InGroup.PUPIL.value,
        holds(memberships),
    )
    .order_by(persons.c.sort_key, persons.c.id)
)
_SIGN_OUT = delete(sign_ins).where(sign_ins.c.person_id == bindparam("person"))


def renew_pictures(
    store: Store,
    actor: Actor,
    group_id: int,
    now: datetime,
    person_ids: Collection[int] | None = None,
    drawing: bytes = b"",
    forget: Forget | None = None,
) -> tuple[LoginCard, ...]:
    """Draw new pictures for these pupils of an own group, or for all of it, by name; for all that are asked or for none.

    NotFound for anybody else's group, and for who is no pupil of it. Who is in with the old pictures is signed out, and
    who had to wait after too many tries can come in. Who has the pictures of this `drawing` already keeps them: the form
    was sent twice. `forget` deletes in the same transaction what the drawn pictures would open to who drew them.
    """
    group, pupils = _pupils(store, actor, group_id)
    wanted = set(pupils if person_ids is None else person_ids)
    if strangers := wanted - pupils.keys():
        raise NotFound("pupil", str(min(strangers)))
    cards = tuple(_card(pupils[one], drawing) for one in pupils if one in wanted)
    told = Entry(now, Event.NEW_PICTURES, actor.person_id, None, group.board_id, group.school_id, group_id)
    _keep(
        store, [card for card in cards if not drawing or not _has(pupils[card.person_id], card)], told, forget
    )
    return cards


def cards_again(
    store: Store, actor: Actor, group_id: int, person_ids: Collection[int], drawing: bytes
) -> tuple[LoginCard, ...]:
    """Give the cards of a drawing once more, by name; without those of pupils who were given others since."""
    _group, pupils = _pupils(store, actor, group_id)
    cards = (_card(pupil, drawing) for one, pupil in pupils.items() if one in person_ids)
    return tuple(card for card in cards if _has(pupils[card.person_id], card))


def _pupils(store: Store, actor: Actor, group_id: int) -> tuple[Group, dict[int, Row[*tuple[Any, ...]]]]:
    with store.read() as conn:
        group = group_in_sight(conn, actor, group_id, Ability.TEACH)
        values = {"in_group": group_id, "today": actor.today}
        return group, {pupil.id: pupil for pupil in conn.execute(_IN_GROUP, values)}


def _card(pupil: Row[*tuple[Any, ...]], drawing: bytes) -> LoginCard:
    return LoginCard(pupil.id, pupil.name, secrets.draw_pictures(drawing, pupil.id))


def _has(pupil: Row[*tuple[Any, ...]], card: LoginCard) -> bool:
    return secrets.fit_pictures(pupil.secret_hash or "", card.pictures)


def _keep(store: Store, cards: Sequence[LoginCard], told: Entry, forget: Forget | None) -> None:
    """Hash outside the transaction: a group takes a tenth of a second, which nobody else should wait."""
    hashes = {card.person_id: secrets.hash_pictures(card.pictures) for card in cards}
    if hashes:
        with store.write() as conn:
            keep_secrets(conn, hashes, Kind.PICTURES, told.at, is_temporary=True)
            conn.execute(_SIGN_OUT, [{"person": card.person_id} for card in cards])
            if forget:
                forget(conn, list(hashes))
            forget_tries(conn, tries_of(card.person_id for card in cards))
            journal.write(conn, *(replace(told, about_id=card.person_id) for card in cards))
