"""Coming in with a card: into an open lesson, at home where the school allows it, and never as anything but a pupil."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.calendar import year_end
from course.classroom.card_sign_in import BROWSER, HOME_STAY, sign_in_by_card
from course.classroom.class_sessions import open_class_session
from course.errors import Invalid, NotFound, TooSoon
from course.journal import journal
from course.journal.journal import Event, Origin
from course.learning.lesson.trails import forget_trails
from course.people import roster
from course.people.access import School
from course.people.actor import identify
from course.people.cards import draw_cards, end_cards
from course.people.coming_in import Told
from course.people.devices import Device
from course.people.roles import Role
from course.people.sign_in import switch_role
from course.people.sign_in_settings import SignInSettings, keep_sign_in_settings
from course.people.tables import roles
from tests.builders import (
    ADDED,
    NOW,
    SCHOOL_YEAR,
    a_group,
    a_pupil,
    a_school,
    a_teacher,
    an_administrator,
    identity_of,
    signed_in,
)

if TYPE_CHECKING:
    from course.people.access import Group
    from course.people.actor import Actor
    from course.store.store import Store

HERE = Device(address="192.0.2.1", browser="tablet")


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
def card(store: Store, group: Group, pupil: int, teacher: Actor) -> str:
    (drawn,) = draw_cards(store, teacher, group.id, [pupil], b"monday", NOW, forget_trails)
    return drawn.token


def at_home(store: Store, group: Group) -> None:
    school = School(group.school_id, group.board_id, "", "", ADDED.date())
    keeper = signed_in(store, an_administrator(store, school))
    keep_sign_in_settings(store, keeper, group.school_id, SignInSettings(at_home=True), Origin(NOW))


def test_a_card_opens_the_lesson_that_is_open_and_ends_with_it(
    store: Store, group: Group, pupil: int, teacher: Actor, card: str
) -> None:
    with pytest.raises(Invalid) as early:
        sign_in_by_card(store, card, NOW, HERE)
    assert early.value.fields == {"card": "no-lesson"}
    lesson = open_class_session(store, teacher, group.id, NOW)
    came = sign_in_by_card(store, card, NOW, HERE)
    assert (came.code, came.sign_in.expires_at, came.sign_in.person_id) == (
        lesson.code,
        lesson.expires_at,
        pupil,
    )
    assert identity_of(store, came.sign_in).role is Role.PUPIL
    assert sign_in_by_card(store, card, NOW, HERE).sign_in.told == (Told.ELSEWHERE,)
    told = [*journal.read(store, events=[Event.SIGNED_IN])]
    assert [(one.person_id, one.detail) for one in told if one.detail == "card"] == [(pupil, "card")] * 2


def test_at_home_a_card_works_where_the_school_allows_it(store: Store, group: Group, card: str) -> None:
    at_home(store, group)
    came = sign_in_by_card(store, card, NOW, HERE)
    assert (came.code, came.sign_in.expires_at) == ("", NOW + HOME_STAY)
    assert identity_of(store, came.sign_in).group_ids == (group.id,)


def test_a_card_ends_with_the_school_year_and_when_its_teacher_ends_it(
    store: Store, group: Group, pupil: int, teacher: Actor, card: str
) -> None:
    at_home(store, group)
    with pytest.raises(NotFound):
        sign_in_by_card(store, card, year_end(SCHOOL_YEAR))
    came = sign_in_by_card(store, card, NOW, HERE)
    end_cards(store, teacher, group.id, [pupil], NOW)
    with store.read() as conn:
        assert identify(conn, came.sign_in.token, NOW) is None
    with pytest.raises(NotFound):
        sign_in_by_card(store, card, NOW, HERE)


def test_cards_that_do_not_work_slow_down_who_tries_them_and_a_right_one_costs_nothing(
    store: Store, group: Group, card: str
) -> None:
    at_home(store, group)
    for _ in range(BROWSER.free + 5):
        assert sign_in_by_card(store, card, NOW, HERE)
    for number in range(BROWSER.free):
        with pytest.raises(NotFound):
            sign_in_by_card(store, f"{number:032x}", NOW, HERE)
    with pytest.raises(TooSoon):
        sign_in_by_card(store, card, NOW, HERE)
    assert sign_in_by_card(store, card, NOW, Device(address="192.0.2.2", browser="another"))
    refused = [*journal.read(store, events=[Event.REFUSED])]
    assert {(one.person_id, one.detail) for one in refused} == {(None, "card")}


def test_a_card_opens_no_other_role_of_the_same_person(
    store: Store, group: Group, pupil: int, card: str
) -> None:
    """What can be found on a floor must not open what a password is for."""
    at_home(store, group)
    with store.write() as conn:
        keeps = roster.add_role(
            conn, pupil, Role.ADMINISTRATOR, group.board_id, None, ADDED.date(), Origin(NOW)
        )
    came = sign_in_by_card(store, card, NOW, HERE)
    actor = identity_of(store, came.sign_in)
    assert (actor.role, actor.others) == (Role.PUPIL, ())
    with pytest.raises(NotFound):
        switch_role(store, pupil, actor.sign_in, keeps, NOW)
    with store.write() as conn:
        conn.execute(roles.update().where(roles.c.role == Role.PUPIL).values(until_on=NOW.date()))
    with store.read() as conn:
        assert identify(conn, came.sign_in.token, NOW) is None
