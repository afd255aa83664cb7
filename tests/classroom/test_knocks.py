"""Knocking: on the own device alone, answered by the own teacher, once and within minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.classroom.class_sessions import close_class_session, open_class_session
from course.classroom.knocks import (
    OPENS,
    PUPIL,
    WAITS,
    at_the_door,
    come_in,
    knock,
    let_in,
    send_away,
    waiting,
)
from course.errors import NotFound, TooSoon
from course.journal import journal
from course.journal.journal import Event
from course.people.devices import Device
from course.people.roles import Role
from tests.builders import NOW, a_director, a_group, a_pupil, a_school, a_teacher, identity_of, signed_in

if TYPE_CHECKING:
    from course.classroom.class_sessions import ClassSession
    from course.people.access import Group
    from course.people.actor import Actor
    from course.store.store import Store


@pytest.fixture
def group(store: Store) -> Group:
    return a_group(store, a_school(store))


@pytest.fixture
def pupil(store: Store, group: Group) -> int:
    return a_pupil(store, group, "Noor")


@pytest.fixture
def teacher(store: Store, group: Group) -> Actor:
    return signed_in(store, a_teacher(store, group))


@pytest.fixture
def lesson(store: Store, group: Group, teacher: Actor) -> ClassSession:
    return open_class_session(store, teacher, group.id, NOW)


def test_who_forgot_is_let_in_once_on_the_device_that_shows_the_picture(
    store: Store, group: Group, pupil: int, teacher: Actor, lesson: ClassSession
) -> None:
    mine, other = (knock(store, lesson.code, pupil, NOW) for _ in range(2))
    seen = at_the_door(store, teacher, group.id, NOW)
    assert [(one.name, one.picture) for one in seen] == [("Noor", mine.picture), ("Noor", other.picture)]
    assert let_in(store, teacher, group.id, seen[0].id, NOW)
    assert [one.id for one in at_the_door(store, teacher, group.id, NOW)] == [seen[1].id]
    held, shut = waiting(store, mine.token, NOW), waiting(store, other.token, NOW)
    assert held is not None
    assert held.is_admitted
    assert shut is not None
    assert not shut.is_admitted
    with pytest.raises(NotFound):
        come_in(store, other.token, NOW)
    fresh = come_in(store, mine.token, NOW)
    assert (fresh.person_id, fresh.expires_at) == (pupil, lesson.expires_at)
    assert identity_of(store, fresh).role is Role.PUPIL
    with pytest.raises(NotFound):
        come_in(store, mine.token, NOW)
    told = [*journal.read(store, events=[Event.LET_IN])]
    assert [(one.person_id, one.about_id) for one in told] == [(teacher.person_id, pupil)]


def test_the_door_shuts_after_minutes_with_the_lesson_and_when_it_is_left_shut(
    store: Store, group: Group, pupil: int, teacher: Actor, lesson: ClassSession
) -> None:
    late = knock(store, lesson.code, pupil, NOW)
    assert waiting(store, late.token, NOW + WAITS) is None
    (seen,) = at_the_door(store, teacher, group.id, NOW)
    assert not let_in(store, teacher, group.id, seen.id, NOW + WAITS)
    assert let_in(store, teacher, group.id, seen.id, NOW)
    with pytest.raises(NotFound):
        come_in(store, late.token, NOW + OPENS)
    away = knock(store, lesson.code, pupil, NOW, before=late.token)
    (seen,) = at_the_door(store, teacher, group.id, NOW)
    send_away(store, teacher, group.id, seen.id)
    assert waiting(store, away.token, NOW) is None
    last = knock(store, lesson.code, pupil, NOW)
    (seen,) = at_the_door(store, teacher, group.id, NOW)
    let_in(store, teacher, group.id, seen.id, NOW)
    close_class_session(store, teacher, group.id, NOW)
    with pytest.raises(NotFound):
        come_in(store, last.token, NOW)


def test_nobody_else_sees_or_opens_the_door(
    store: Store, group: Group, pupil: int, teacher: Actor, lesson: ClassSession
) -> None:
    other = a_group(store, a_school(store))
    knock(store, lesson.code, pupil, NOW)
    (seen,) = at_the_door(store, teacher, group.id, NOW)
    theirs = signed_in(store, a_teacher(store, other))
    for stranger in (theirs, signed_in(store, a_director(store))):
        with pytest.raises(NotFound):
            at_the_door(store, stranger, group.id, NOW)
        with pytest.raises(NotFound):
            let_in(store, stranger, group.id, seen.id, NOW)
        with pytest.raises(NotFound):
            send_away(store, stranger, group.id, seen.id)
    assert not let_in(store, theirs, other.id, seen.id, NOW), "by way of the own group neither"
    for person, code in ((a_pupil(store, other), lesson.code), (pupil, "ZZZZZZ")):
        with pytest.raises(NotFound):
            knock(store, code, person, NOW)


def test_who_knocks_again_and_again_waits_until_the_teacher_opens(
    store: Store, group: Group, pupil: int, teacher: Actor, lesson: ClassSession
) -> None:
    for number in range(PUPIL.free):
        knock(store, lesson.code, pupil, NOW, Device(browser=str(number)))
    with pytest.raises(TooSoon):
        knock(store, lesson.code, pupil, NOW, Device(browser="new"))
    let_in(store, teacher, group.id, at_the_door(store, teacher, group.id, NOW)[0].id, NOW)
    assert knock(store, lesson.code, pupil, NOW, Device(browser="new"))
