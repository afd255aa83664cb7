"""Words in place of pictures: who gets them, and that nobody is locked out by a school that changes over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from course.classroom.class_sessions import open_class_session
from course.classroom.sign_in import asked_of, sign_in_pupil
from course.errors import Invalid, TooSoon
from course.journal import journal
from course.journal.journal import Event, Origin
from course.learning.lesson.trails import forget_trails
from course.people.cards import draw_cards
from course.people.coming_in import Told
from course.people.credentials import Kind, keep_secrets
from course.people.pictures import WordsBeside, cards_again, next_cards, renew_pictures
from course.people.secrets import hash_pictures
from course.people.sign_in_settings import (
    NEVER,
    SignInSettings,
    keep_group_ways,
    keep_sign_in_settings,
)
from course.people.tables import credentials
from tests.builders import (
    NOW,
    PICTURES,
    SCHOOL_YEAR,
    a_group,
    a_pupil,
    a_teacher,
    an_administrator_of,
    signed_in,
)

if TYPE_CHECKING:
    from course.people.access import Group
    from course.people.actor import Actor
    from course.store.store import Store

FOUR = ("fontein", "ijs", "kasteel", "zebra")


class Klas:
    """A group of secondary school with its lesson open."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.group: Group = a_group(store)
        self.pupil = a_pupil(store, self.group, "Aya", "12")
        self.teacher: Actor = signed_in(store, a_teacher(store, self.group))
        self.keeper: Actor = signed_in(store, an_administrator_of(store, self.group.board_id))
        self.code = open_class_session(store, self.teacher, self.group.id, NOW).code

    def has_words(self, words: tuple[str, ...] = FOUR) -> None:
        with self.store.write() as conn:
            keep_secrets(conn, {self.pupil: hash_pictures(words)}, Kind.WORDS, NOW)

    def chooses(self, words_from: int) -> None:
        settings = SignInSettings(words_from=words_from)
        keep_sign_in_settings(self.store, self.keeper, self.group.school_id, settings, Origin(NOW))

    def kinds(self) -> list[str]:
        with self.store.read() as conn:
            return [
                *conn.execute(
                    select(credentials.c.kind).where(credentials.c.person_id == self.pupil)
                ).scalars()
            ]


@pytest.fixture
def klas(store: Store) -> Klas:
    return Klas(store)


def test_a_card_of_before_works_until_the_teacher_draws_words(store: Store, klas: Klas) -> None:
    (one,) = next_cards(store, klas.teacher, klas.group.id)
    assert (one.has, one.gets) == (Kind.PICTURES, Kind.WORDS)
    assert asked_of(store, klas.code, klas.pupil, NOW) is Kind.PICTURES
    assert sign_in_pupil(store, klas.code, klas.pupil, PICTURES, NOW)
    (card,) = renew_pictures(store, klas.teacher, klas.group.id, NOW, None, b"monday")
    assert len(card.words) == 4
    assert card.pictures == ()
    assert klas.kinds() == [Kind.WORDS], "the pictures are gone"
    assert asked_of(store, klas.code, klas.pupil, NOW) is Kind.WORDS
    came_in = sign_in_pupil(store, klas.code, klas.pupil, card.words[::-1], NOW)
    assert Told.NEW_WORDS in came_in.told
    with pytest.raises(Invalid):
        sign_in_pupil(store, klas.code, klas.pupil, PICTURES, NOW)
    (told,) = journal.read(store, events=[Event.NEW_PICTURES])
    assert told.detail == "words"


def test_a_drawing_of_words_that_is_sent_twice_draws_once(store: Store, klas: Klas) -> None:
    cards = renew_pictures(store, klas.teacher, klas.group.id, NOW, None, b"monday")
    assert renew_pictures(store, klas.teacher, klas.group.id, NOW, None, b"monday") == cards
    assert cards_again(store, klas.teacher, klas.group.id, [klas.pupil], b"monday") == cards
    assert len([*journal.read(store, events=[Event.NEW_PICTURES])]) == 1


def test_who_goes_back_to_pictures_keeps_the_words_until_new_pictures_are_drawn(
    store: Store, klas: Klas
) -> None:
    (card,) = renew_pictures(store, klas.teacher, klas.group.id, NOW)
    klas.chooses(NEVER)
    assert sign_in_pupil(store, klas.code, klas.pupil, card.words, NOW)
    (card,) = renew_pictures(store, klas.teacher, klas.group.id, NOW)
    assert klas.kinds() == [Kind.PICTURES]
    assert sign_in_pupil(store, klas.code, klas.pupil, card.pictures, NOW)


def test_what_is_said_of_a_group_goes_before_the_years_of_its_pupils(store: Store, klas: Klas) -> None:
    younger = a_pupil(store, klas.group, "Bram", "8")
    at = (store, klas.keeper, klas.group.school_id, SCHOOL_YEAR)

    def gets() -> list[Kind]:
        return [one.gets for one in next_cards(store, klas.teacher, klas.group.id)]

    assert gets() == [Kind.WORDS, Kind.PICTURES]
    keep_group_ways(*at, {klas.group.id: "words"}, Origin(NOW))
    assert gets() == [Kind.WORDS, Kind.WORDS]
    keep_group_ways(*at, {klas.group.id: "pictures"}, Origin(NOW))
    assert gets() == [Kind.PICTURES, Kind.PICTURES]
    keep_group_ways(*at, {klas.group.id: ""}, Origin(NOW))
    klas.chooses(8)
    assert gets() == [Kind.WORDS, Kind.WORDS]
    assert younger


@pytest.mark.parametrize("typed", [FOUR[:3], (*FOUR[:3], "onzin"), (*FOUR[:3], "ijs"), (), PICTURES])
def test_what_is_no_set_of_words_is_a_slip_and_counts_for_nothing(
    store: Store, klas: Klas, typed: tuple[str, ...]
) -> None:
    klas.has_words()
    with store.write() as conn:
        conn.execute(credentials.delete().where(credentials.c.kind == Kind.PICTURES))
    for _ in range(20):
        with pytest.raises(Invalid) as refused:
            sign_in_pupil(store, klas.code, klas.pupil, typed, NOW)
        assert refused.value.fields == {"words": "no-words"}
    assert sign_in_pupil(store, klas.code, klas.pupil, FOUR, NOW)


def test_wrong_words_slow_down_as_wrong_pictures_do(store: Store, klas: Klas) -> None:
    klas.has_words()
    with store.write() as conn:
        conn.execute(credentials.delete().where(credentials.c.kind == Kind.PICTURES))
    wrong = (*FOUR[:3], "muis")
    for _ in range(5):
        with pytest.raises(Invalid) as refused:
            sign_in_pupil(store, klas.code, klas.pupil, wrong, NOW)
        assert refused.value.fields == {"words": "wrong-words"}
    with pytest.raises(TooSoon) as waits:
        sign_in_pupil(store, klas.code, klas.pupil, FOUR, NOW)
    assert waits.value.scope == "words"
    told = [*journal.read(store, events=[Event.REFUSED, Event.SLOWED_DOWN])]
    assert {one.detail for one in told} == {"words", "words pupil"}


def test_a_qr_card_carries_words_of_its_own_drawing(store: Store, klas: Klas) -> None:
    beside = WordsBeside(store, klas.teacher, klas.group.id, [klas.pupil], b"monday")
    for _ in range(2):
        draw_cards(
            store,
            klas.teacher,
            klas.group.id,
            [klas.pupil],
            b"monday",
            NOW,
            beside.kept_with(forget_trails, NOW),
        )
    (card,) = cards_again(store, klas.teacher, klas.group.id, [klas.pupil], b"monday")
    assert sorted(klas.kinds()) == [Kind.CARD, Kind.WORDS]
    assert sign_in_pupil(store, klas.code, klas.pupil, card.words, NOW)
