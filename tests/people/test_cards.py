"""Drawing and ending cards with a QR code, by a teacher of the group."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from course.calendar import year_end
from course.errors import NotFound
from course.journal import journal
from course.journal.journal import Event
from course.learning.lesson.trails import forget_trails
from course.people.cards import card_holders, cards_of, draw_cards, end_cards
from course.people.credentials import Kind
from course.people.tables import credentials
from tests.builders import NOW, SCHOOL_YEAR, a_director, a_group, a_pupil, a_school, a_teacher, signed_in

if TYPE_CHECKING:
    from course.store.store import Store

MONDAY, TUESDAY = b"monday", b"tuesday"


def test_a_card_has_128_bits_until_the_school_year_ends_and_is_kept_as_a_hash(store: Store) -> None:
    group = a_group(store)
    aya, bram = a_pupil(store, group, "Aya"), a_pupil(store, group, "Bram")
    teacher = signed_in(store, a_teacher(store, group))
    cards = draw_cards(store, teacher, group.id, [bram, aya], MONDAY, NOW, forget_trails)
    assert [(card.person_id, card.name) for card in cards] == [(aya, "Aya"), (bram, "Bram")]
    assert {len(bytes.fromhex(card.token)) for card in cards} == {16}
    with store.read() as conn:
        rows = conn.execute(select(credentials).where(credentials.c.kind == Kind.CARD)).all()
    assert {row.expires_at for row in rows} == {year_end(SCHOOL_YEAR)}
    assert not any(card.token in row.secret_hash for card in cards for row in rows)
    assert [one.made_at for one in card_holders(store, teacher, group.id, NOW)] == [NOW, NOW]
    assert [one.made_at for one in card_holders(store, teacher, group.id, year_end(SCHOOL_YEAR))] == [
        None
    ] * 2


def test_a_drawing_that_is_sent_twice_draws_once_and_can_be_shown_while_it_holds(store: Store) -> None:
    group = a_group(store)
    pupils = [a_pupil(store, group, name) for name in ("Aya", "Bram")]
    teacher = signed_in(store, a_teacher(store, group))
    forgotten: list[int] = []
    for _ in range(2):
        cards = draw_cards(
            store, teacher, group.id, pupils, MONDAY, NOW, lambda _conn, ids: forgotten.extend(ids)
        )
    assert sorted(forgotten) == pupils, "once"
    drawn = [*journal.read(store, events=[Event.NEW_CARD])]
    assert [(one.person_id, one.about_id) for one in drawn] == [(teacher.person_id, one) for one in pupils]
    assert cards_of(store, teacher, group.id, pupils, MONDAY) == cards
    draw_cards(store, teacher, group.id, pupils[:1], TUESDAY, NOW, forget_trails)
    assert cards_of(store, teacher, group.id, pupils, MONDAY) == cards[1:]


def test_a_card_that_is_ended_is_gone_and_told(store: Store) -> None:
    group = a_group(store)
    aya, bram = a_pupil(store, group, "Aya"), a_pupil(store, group, "Bram")
    teacher = signed_in(store, a_teacher(store, group))
    draw_cards(store, teacher, group.id, [aya], MONDAY, NOW, forget_trails)
    assert end_cards(store, teacher, group.id, [aya, bram], NOW) == ("Aya",)
    assert end_cards(store, teacher, group.id, [aya, bram], NOW) == ()
    assert cards_of(store, teacher, group.id, [aya], MONDAY) == ()
    assert [one.about_id for one in journal.read(store, events=[Event.CARD_ENDED])] == [aya]


def test_nobody_draws_or_ends_a_card_of_anothers_pupil(store: Store) -> None:
    school = a_school(store)
    group, other = a_group(store, school), a_group(store, school)
    pupil, stranger = a_pupil(store, group), a_pupil(store, other)
    own = signed_in(store, a_teacher(store, group))
    for actor in (signed_in(store, a_teacher(store, other)), signed_in(store, a_director(store, school))):
        with pytest.raises(NotFound):
            draw_cards(store, actor, group.id, [pupil], MONDAY, NOW, forget_trails)
        with pytest.raises(NotFound):
            end_cards(store, actor, group.id, [pupil], NOW)
        with pytest.raises(NotFound):
            cards_of(store, actor, group.id, [pupil], MONDAY)
    with pytest.raises(NotFound):
        draw_cards(store, own, group.id, [pupil, stranger], MONDAY, NOW, forget_trails)
    assert [one.made_at for one in card_holders(store, own, group.id, NOW)] == [None]
