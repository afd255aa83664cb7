from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.classroom.class_sessions import open_class_session
from course.classroom.sign_in import sign_in_pupil
from course.enrolment.people import add_pupils
from course.errors import Invalid, NotFound, Unavailable
from course.journal import journal
from course.journal.journal import Event
from course.people import pictures, secrets
from course.people.actor import identify
from course.people.pictures import cards_again, renew_pictures
from tests.builders import NOW, PICTURES, a_director, a_group, a_pupil, a_school, a_teacher, signed_in

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from contextlib import AbstractContextManager

    from course.store.store import Store


def test_a_renewed_pupil_comes_in_with_the_new_pictures_only(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(secrets, "draw_pictures", lambda *_: ("fiets", "vis", "huis", "slak"))
    group = a_group(store)
    pupil = a_pupil(store, group, "Noor")
    teacher = signed_in(store, a_teacher(store, group))
    code = open_class_session(store, teacher, group.id, NOW).code
    old = sign_in_pupil(store, code, pupil, PICTURES, NOW)
    (card,) = renew_pictures(store, teacher, group.id, NOW, [pupil])
    assert (card.name, card.pictures) == ("Noor", ("fiets", "vis", "huis", "slak"))
    with store.read() as conn:
        assert identify(conn, old.token, NOW) is None
    with pytest.raises(Invalid):
        sign_in_pupil(store, code, pupil, PICTURES, NOW)
    assert sign_in_pupil(store, code, pupil, card.pictures, NOW)


def test_a_group_gets_a_card_for_every_pupil_by_name(store: Store) -> None:
    group = a_group(store)
    for name in ("Sem", "aya", "Noor"):
        a_pupil(store, group, name)
    outsider = a_pupil(store, a_group(store))
    teacher = signed_in(store, a_teacher(store, group))
    code = open_class_session(store, teacher, group.id, NOW).code
    cards = renew_pictures(store, teacher, group.id, NOW)
    assert [card.name for card in cards] == ["aya", "Noor", "Sem"]
    assert outsider not in {card.person_id for card in cards}
    for card in cards:
        assert sign_in_pupil(store, code, card.person_id, card.pictures, NOW)


def test_nobody_renews_the_pictures_of_anothers_pupil(store: Store) -> None:
    school = a_school(store)
    group, other = a_group(store, school), a_group(store, school)
    pupil = a_pupil(store, group)
    teacher_of_group = a_teacher(store, group)
    for stranger in (a_teacher(store, other), a_director(store, school)):
        actor = signed_in(store, stranger)
        with pytest.raises(NotFound):
            renew_pictures(store, actor, group.id, NOW, [pupil])
        with pytest.raises(NotFound):
            renew_pictures(store, actor, group.id, NOW)
    mine = signed_in(store, teacher_of_group)
    for nobody in (teacher_of_group.id, a_pupil(store, other), 2**31 - 1):
        with pytest.raises(NotFound):
            renew_pictures(store, mine, group.id, NOW, [pupil, nobody])
    code = open_class_session(store, mine, group.id, NOW).code
    assert sign_in_pupil(store, code, pupil, PICTURES, NOW), "and those beside it are renewed neither"


def test_pictures_are_renewed_for_all_or_for_none(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A teacher who is shown no cards must find the old pictures working."""
    group = a_group(store)
    pupils = [a_pupil(store, group) for _ in range(3)]
    teacher = signed_in(store, a_teacher(store, group))
    code = open_class_session(store, teacher, group.id, NOW).code

    def fails(*_: object) -> None:
        raise Unavailable("the disk is full")

    monkeypatch.setattr(pictures, "forget_tries", fails)
    with pytest.raises(Unavailable):
        renew_pictures(store, teacher, group.id, NOW, pupils)
    assert all(sign_in_pupil(store, code, pupil, PICTURES, NOW) for pupil in pupils)


def test_a_whole_group_costs_as_many_statements_as_one_pupil(
    store: Store, statements: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    group = a_group(store)
    pupils = [a_pupil(store, group) for _ in range(4)]
    teacher = signed_in(store, a_teacher(store, group))
    costs = []
    for wanted in (pupils[:1], pupils, None):
        with statements() as seen:
            renew_pictures(store, teacher, group.id, NOW, wanted)
        costs.append(len(seen))
    assert costs == [10, 10, 10]


def test_drawn_pictures_are_any_four_of_the_sixteen() -> None:
    draws = {secrets.draw_pictures() for _ in range(400)}
    assert {len(drawn) for drawn in draws} == {4}
    assert all(secrets.are_pictures(drawn) for drawn in draws)
    assert len(draws) > 300, "of 1,820"
    assert {picture for drawn in draws for picture in drawn} == set(secrets.PICTURES)


def test_one_drawing_gives_everybody_other_pictures_and_the_same_each_time() -> None:
    drawn = [secrets.draw_pictures(b"monday", person) for person in range(200)]
    assert drawn == [secrets.draw_pictures(b"monday", person) for person in range(200)]
    assert len(set(drawn)) > 150
    assert drawn != [secrets.draw_pictures(b"tuesday", person) for person in range(200)]


def test_a_drawing_that_is_sent_twice_draws_once(store: Store) -> None:
    group = a_group(store)
    pupil = a_pupil(store, group)
    teacher = signed_in(store, a_teacher(store, group))
    code = open_class_session(store, teacher, group.id, NOW).code
    (card,) = renew_pictures(store, teacher, group.id, NOW, [pupil], b"once")
    came_in = sign_in_pupil(store, code, pupil, card.pictures, NOW)
    assert renew_pictures(store, teacher, group.id, NOW, [pupil], b"once") == (card,)
    with store.read() as conn:
        assert identify(conn, came_in.token, NOW), "nobody is signed out by a reload"
    drawn = [*journal.read(store, events=[Event.NEW_PICTURES])]
    assert [(entry.person_id, entry.about_id) for entry in drawn] == [(teacher.person_id, pupil)]


def test_cards_are_given_again_as_long_as_they_hold(store: Store) -> None:
    group = a_group(store)
    first, second = a_pupil(store, group, "Aya"), a_pupil(store, group, "Bram")
    stranger = a_pupil(store, a_group(store))
    teacher = signed_in(store, a_teacher(store, group))
    cards = renew_pictures(store, teacher, group.id, NOW, [first, second], b"once")
    assert cards_again(store, teacher, group.id, [second, first, stranger], b"once") == cards
    renew_pictures(store, teacher, group.id, NOW, [first])
    assert cards_again(store, teacher, group.id, [first, second], b"once") == cards[1:]
    with pytest.raises(NotFound):
        cards_again(store, signed_in(store, a_teacher(store)), group.id, [first], b"once")


def test_a_card_of_before_works_until_it_is_drawn_anew(store: Store) -> None:
    """Three pictures of the first twelve, as cards were."""
    group = a_group(store)
    with store.write() as conn:
        before = secrets.hash_pictures(("boom", "kat", "zon"))
        (pupil,) = add_pupils(conn, group, [("Noor", before)], NOW, "7")
    teacher = signed_in(store, a_teacher(store, group))
    code = open_class_session(store, teacher, group.id, NOW).code
    assert sign_in_pupil(store, code, pupil, ("zon", "kat", "boom"), NOW)
    with pytest.raises(Invalid) as refused:
        sign_in_pupil(store, code, pupil, ("zon", "kat", "boom", "vis"), NOW)
    assert refused.value.fields == {"pictures": "wrong-pictures"}, "which tells nothing of how many it were"
    (card,) = renew_pictures(store, teacher, group.id, NOW, [pupil])
    assert sign_in_pupil(store, code, pupil, card.pictures, NOW)
    with pytest.raises(Invalid):
        sign_in_pupil(store, code, pupil, ("zon", "kat", "boom"), NOW)


def test_what_new_pictures_would_open_to_who_drew_them_is_forgotten_with_the_old_ones(store: Store) -> None:
    group = a_group(store)
    pupils = [a_pupil(store, group) for _ in range(3)]
    teacher = signed_in(store, a_teacher(store, group))
    forgotten: list[int] = []

    def forget(_conn: object, ids: Collection[int]) -> None:
        forgotten.extend(ids)

    for _ in range(2):
        renew_pictures(store, teacher, group.id, NOW, pupils[:2], b"once", forget)
    assert sorted(forgotten) == pupils[:2], "once, however often the form is sent"
