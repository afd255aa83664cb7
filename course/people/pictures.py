"""New pictures or words for pupils: shown for some minutes, on a card that the teacher prints and hands out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, exists, func, select

from course.errors import NotFound
from course.journal import journal
from course.journal.journal import Entry, Event
from course.people import secrets
from course.people.access import group_in_sight
from course.people.credentials import Kind, drop_secrets, keep_secrets
from course.people.rate_limits import forget_tries, tries_of
from course.people.roles import Ability, InGroup
from course.people.sign_in_settings import FROM_SECONDARY, kind_for
from course.people.tables import credentials, groups, memberships, persons, sign_in_settings, sign_ins
from course.people.words import draw_words
from course.people.years import holds

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import datetime

    from sqlalchemy import Connection, Row

    from course.people.access import Group
    from course.people.actor import Actor
    from course.store.store import Store

    Forget = Callable[[Connection, Collection[int]], None]


@dataclass(frozen=True, slots=True)
class LoginCard:
    """What a pupil needs beside the class code: pictures, or words, which can't be read back later."""

    person_id: int
    name: str
    pictures: tuple[str, ...]
    words: tuple[str, ...] = ()

    @property
    def kind(self) -> Kind:
        """What is on it."""
        return Kind.WORDS if self.words else Kind.PICTURES

    @property
    def shown(self) -> tuple[str, ...]:
        """What the pupil chooses or types."""
        return self.words or self.pictures


@dataclass(frozen=True, slots=True)
class NextCard:
    """What a pupil comes in with, and what the next card of this pupil holds."""

    person_id: int
    name: str
    has: Kind | None
    """None for who has neither."""
    gets: Kind


_BY_CARD = (Kind.PICTURES.value, Kind.WORDS.value)
_IN_GROUP = (
    select(
        persons.c.id,
        persons.c.name,
        persons.c.year_group,
        credentials.c.kind,
        credentials.c.secret_hash,
        groups.c.sign_in,
        func.coalesce(sign_in_settings.c.words_from, FROM_SECONDARY).label("words_from"),
    )
    .select_from(
        memberships.join(persons, persons.c.id == memberships.c.person_id)
        .join(groups, groups.c.id == memberships.c.group_id)
        .outerjoin(sign_in_settings, sign_in_settings.c.school_id == groups.c.school_id)
        .outerjoin(
            credentials,
            (credentials.c.person_id == persons.c.id) & credentials.c.kind.in_(_BY_CARD),
        )
    )
    .where(
        memberships.c.group_id == bindparam("in_group"),
        memberships.c.role == InGroup.PUPIL.value,
        holds(memberships),
    )
    .order_by(persons.c.sort_key, persons.c.id, credentials.c.created_at)
)
_WITHOUT = (
    select(memberships.c.group_id, func.count().label("pupils"))
    .where(
        memberships.c.group_id.in_(bindparam("in_groups", expanding=True)),
        memberships.c.role == InGroup.PUPIL.value,
        holds(memberships),
        ~exists().where(credentials.c.person_id == memberships.c.person_id),
    )
    .group_by(memberships.c.group_id)
)
_SIGN_OUT = delete(sign_ins).where(sign_ins.c.person_id == bindparam("person"))


def without_card(store: Store, actor: Actor) -> Mapping[int, int]:
    """Count, by own group, the pupils for whom no card was drawn yet: they can't come in by themselves."""
    with store.read() as conn:
        rows = conn.execute(_WITHOUT, {"in_groups": [*actor.group_ids], "today": actor.today})
        return {row.group_id: row.pupils for row in rows}


def renew_pictures(
    store: Store,
    actor: Actor,
    group_id: int,
    now: datetime,
    person_ids: Collection[int] | None = None,
    drawing: bytes = b"",
    forget: Forget | None = None,
) -> tuple[LoginCard, ...]:
    """Draw new pictures, or words where those take their place, for these pupils of an own group, or for all of it, by name.

    For all that are asked or for none.

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


def next_cards(store: Store, actor: Actor, group_id: int) -> tuple[NextCard, ...]:
    """Tell of the pupils of an own group by name what each has and gets; NotFound for anybody else's group."""
    _group, pupils = _pupils(store, actor, group_id)
    return tuple(
        NextCard(one.id, one.name, Kind(one.kind) if one.kind else None, _gets(one))
        for one in pupils.values()
    )


class WordsBeside:
    """The words that stand on the QR cards of one drawing, for those pupils who come in with words."""

    def __init__(
        self, store: Store, actor: Actor, group_id: int, person_ids: Collection[int], drawing: bytes
    ) -> None:
        _group, pupils = _pupils(store, actor, group_id)
        cards = (_card(pupils[one], drawing) for one in pupils if one in person_ids)
        self._hashes = {
            card.person_id: secrets.hash_pictures(card.words)
            for card in cards
            if card.words and not _has(pupils[card.person_id], card)
        }

    def kept_with(self, forget: Forget, now: datetime) -> Forget:
        """Let people come in with the words beside their new QR code, in the transaction that draws it."""

        def keeping(conn: Connection, person_ids: Collection[int]) -> None:
            fresh = {one: self._hashes[one] for one in person_ids if one in self._hashes}
            _keep_in(conn, fresh, Kind.WORDS, now)
            forget(conn, person_ids)

        return keeping


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
    if _gets(pupil) is Kind.WORDS:
        return LoginCard(pupil.id, pupil.name, (), draw_words(drawing, pupil.id))
    return LoginCard(pupil.id, pupil.name, secrets.draw_pictures(drawing, pupil.id))


def _gets(pupil: Row[*tuple[Any, ...]]) -> Kind:
    return kind_for(pupil.year_group, pupil.sign_in, pupil.words_from)


def _has(pupil: Row[*tuple[Any, ...]], card: LoginCard) -> bool:
    return pupil.kind == card.kind and secrets.fit_pictures(pupil.secret_hash, card.shown)


def _keep(store: Store, cards: Sequence[LoginCard], told: Entry, forget: Forget | None) -> None:
    """Hash outside the transaction: a group takes a tenth of a second, which nobody else should wait."""
    hashes = {card.person_id: secrets.hash_pictures(card.shown) for card in cards}
    if hashes:
        with store.write() as conn:
            for kind in (Kind.PICTURES, Kind.WORDS):
                of_kind = {card.person_id: hashes[card.person_id] for card in cards if card.kind is kind}
                _keep_in(conn, of_kind, kind, told.at)
            conn.execute(_SIGN_OUT, [{"person": card.person_id} for card in cards])
            if forget:
                forget(conn, list(hashes))
            forget_tries(conn, tries_of(card.person_id for card in cards))
            lines = (replace(told, about_id=card.person_id, detail=card.kind.value) for card in cards)
            journal.write(conn, *lines)


def _keep_in(conn: Connection, hashes: Mapping[int, str], kind: Kind, now: datetime) -> None:
    """Keep what a card holds in place of what the one before held, of either kind."""
    keep_secrets(conn, hashes, kind, now, is_temporary=True)
    drop_secrets(conn, hashes, Kind.PICTURES if kind is Kind.WORDS else Kind.WORDS)
