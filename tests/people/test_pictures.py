from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.errors import Invalid, NotFound
from course.people import secrets
from course.people.class_sessions import open_class_session
from course.people.identity import identify
from course.people.pictures import renew_group_pictures, renew_pictures
from course.people.sign_in import sign_in_pupil
from tests.builders import NOW, PICTURES, a_director, a_group, a_pupil, a_school, a_teacher, signed_in

if TYPE_CHECKING:
    from course.store.store import Store


def test_a_renewed_pupil_comes_in_with_the_new_pictures_only(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(secrets, "draw_pictures", lambda: ("fiets", "vis", "huis"))
    group = a_group(store)
    pupil = a_pupil(store, group, "Noor")
    teacher = signed_in(store, a_teacher(store, group))
    code = open_class_session(store, teacher, group.id, NOW).code
    old = sign_in_pupil(store, code, pupil, PICTURES, NOW)
    card = renew_pictures(store, teacher, pupil)
    assert (card.name, card.pictures) == ("Noor", ("fiets", "vis", "huis"))
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
    cards = renew_group_pictures(store, teacher, group.id)
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
        identity = signed_in(store, stranger)
        with pytest.raises(NotFound):
            renew_pictures(store, identity, pupil)
        with pytest.raises(NotFound):
            renew_group_pictures(store, identity, group.id)
    with pytest.raises(NotFound):
        renew_pictures(store, signed_in(store, teacher_of_group), teacher_of_group.id)


def test_drawn_pictures_are_three_of_the_twelve() -> None:
    draws = {secrets.draw_pictures() for _ in range(200)}
    assert all(secrets.are_pictures(drawn) for drawn in draws)
    assert len(draws) > 50
