from __future__ import annotations

import threading
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

import pytest

from course.classroom.class_sessions import (
    ALPHABET,
    class_door,
    close_class_session,
    current_class_session,
    extend_class_session,
    open_class_session,
)
from course.errors import NotFound
from tests.builders import NOW, a_director, a_group, a_pupil, a_school, a_teacher, an_officer, signed_in
from tests.learning.world import at_once
from tests.races import meeting_before

if TYPE_CHECKING:
    from course.classroom.class_sessions import ClassSession
    from course.store.store import Store


def test_a_code_is_six_letters_that_cannot_be_mistaken(store: Store) -> None:
    group = a_group(store)
    session = open_class_session(store, signed_in(store, a_teacher(store, group)), group.id, NOW)
    assert len(session.code) == 6
    assert set(session.code) <= set(ALPHABET)
    assert not set(ALPHABET) & set("0O1IL2Z5S8BUAE")
    assert session.expires_at - NOW == timedelta(minutes=90)


def test_opening_again_gives_the_open_session(store: Store) -> None:
    group = a_group(store)
    teacher = signed_in(store, a_teacher(store, group))
    first = open_class_session(store, teacher, group.id, NOW)
    assert open_class_session(store, teacher, group.id, NOW + timedelta(minutes=10)) == first


def test_a_second_click_at_the_same_moment_opens_no_second_door(store: Store) -> None:
    group = a_group(store)
    teacher = signed_in(store, a_teacher(store, group))
    opened: list[ClassSession] = []
    clicks = [
        threading.Thread(target=lambda: opened.append(open_class_session(store, teacher, group.id, NOW)))
        for _ in range(4)
    ]
    for click in clicks:
        click.start()
    for click in clicks:
        click.join()
    assert len(opened) == 4
    assert len({session.code for session in opened}) == 1


def test_two_who_open_at_once_open_one_door(store: Store) -> None:
    group = a_group(store)
    teachers = [signed_in(store, a_teacher(store, group)) for _ in range(2)]
    with meeting_before(store, "INSERT INTO class_sessions"):
        first, second = at_once(
            *(partial(open_class_session, store, teacher, group.id, NOW) for teacher in teachers)
        )
    assert first == second
    with store.read() as conn:
        assert current_class_session(conn, group.id, NOW) == first


def test_after_closing_a_new_code_opens_the_door(store: Store) -> None:
    group = a_group(store)
    teacher = signed_in(store, a_teacher(store, group))
    first = open_class_session(store, teacher, group.id, NOW)
    close_class_session(store, teacher, group.id, NOW)
    with store.read() as conn:
        assert current_class_session(conn, group.id, NOW) is None
    second = open_class_session(store, teacher, group.id, NOW)
    assert first.code != second.code
    with pytest.raises(NotFound):
        class_door(store, first.code, NOW)
    assert class_door(store, second.code, NOW).session == second


def test_the_door_shows_the_tiles_by_name_and_nothing_of_staff(store: Store) -> None:
    group = a_group(store, a_school(store, name="De Regenjas"), "Groep 8")
    for name in ("Yusuf", "anna", "Éva", "Bram"):
        a_pupil(store, group, name)
    session = open_class_session(store, signed_in(store, a_teacher(store, group)), group.id, NOW)
    door = class_door(store, f" {session.code[:3]}-{session.code[3:]} ".lower(), NOW)
    assert (door.school_name, door.session.group_name) == ("De Regenjas", "Groep 8")
    assert [tile.name for tile in door.tiles] == ["anna", "Bram", "Éva", "Yusuf"]


def test_an_empty_group_has_a_door_without_tiles(store: Store) -> None:
    group = a_group(store)
    session = open_class_session(store, signed_in(store, a_teacher(store, group)), group.id, NOW)
    assert class_door(store, session.code, NOW).tiles == ()


def test_a_wrong_code_and_one_that_is_over_are_equally_unknown(store: Store) -> None:
    group = a_group(store)
    session = open_class_session(store, signed_in(store, a_teacher(store, group)), group.id, NOW)
    for code, now in (("CCCCCC", NOW), (session.code, session.expires_at), ("", NOW)):
        with pytest.raises(NotFound) as refused:
            class_door(store, code, now)
        assert refused.value.kind == "class code"


def test_only_a_teacher_of_the_group_can_open_extend_or_close(store: Store) -> None:
    school = a_school(store)
    group = a_group(store, school)
    strangers = (
        a_teacher(store, a_group(store, school)),
        a_director(store, school),
        an_officer(store, school.board_id),
    )
    for stranger in strangers:
        actor = signed_in(store, stranger)
        for act in (open_class_session, extend_class_session, close_class_session):
            with pytest.raises(NotFound) as refused:
                act(store, actor, group.id, NOW)
            assert refused.value.kind == "group"


def test_a_session_that_is_not_open_cannot_be_extended(store: Store) -> None:
    group = a_group(store)
    with pytest.raises(NotFound):
        extend_class_session(store, signed_in(store, a_teacher(store, group)), group.id, NOW)


def test_a_session_never_outlasts_a_school_day(store: Store) -> None:
    group = a_group(store)
    teacher = signed_in(store, a_teacher(store, group))
    open_class_session(store, teacher, group.id, NOW)
    ends = [extend_class_session(store, teacher, group.id, NOW).expires_at for _ in range(20)]
    assert ends[-1] == NOW + timedelta(hours=8)
