"""Who has an app comes in with password and code, and with neither alone."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from course.errors import Invalid, NotFound, TooSoon
from course.journal import journal
from course.journal.journal import Event
from course.people.coming_in import SecondStep, SignIn
from course.people.factors.second_step import awaited, finish
from course.people.passwords import draw_password
from course.people.sign_in import sign_in_staff
from course.people.tables import sign_ins
from tests import builders
from tests.builders import NOW
from tests.people.factors.authenticator import HOME, set_up

if TYPE_CHECKING:
    from course.store.store import Store
    from tests.builders import StaffMember

LATER = NOW + timedelta(minutes=2)


def half_in(store: Store, who: StaffMember) -> str:
    step = sign_in_staff(store, who.email, builders.PASSWORD, LATER, HOME)
    assert isinstance(step, SecondStep)
    return step.token


@pytest.fixture
def teacher(store: Store) -> StaffMember:
    return builders.a_teacher(store)


def test_a_password_alone_leads_to_the_second_step_and_nobody_is_in(
    store: Store, teacher: StaffMember
) -> None:
    phone, _ = set_up(store, builders.signed_in(store, teacher), NOW)
    token = half_in(store, teacher)
    with store.read() as conn:
        assert len(conn.execute(select(sign_ins.c.person_id)).all()) == 1, "only where it was set up"
    assert awaited(store, token, LATER).app
    came_in = finish(store, token, phone.shows(LATER), LATER, HOME)
    assert isinstance(came_in, SignIn)
    assert came_in.confirmed_at == LATER
    assert [one.detail for one in journal.read(store, events=[Event.SIGNED_IN])] == ["staff", "app"]


def test_a_code_works_once_also_in_another_try(store: Store, teacher: StaffMember) -> None:
    phone, _ = set_up(store, builders.signed_in(store, teacher), NOW)
    code = phone.shows(LATER)
    finish(store, half_in(store, teacher), code, LATER, HOME)
    with pytest.raises(Invalid):
        finish(store, half_in(store, teacher), code, LATER, HOME)
    with pytest.raises(Invalid):
        finish(store, half_in(store, teacher), phone.shows(LATER - timedelta(seconds=30)), LATER, HOME)


def test_the_code_that_set_the_app_up_does_not_sign_in(store: Store, teacher: StaffMember) -> None:
    phone, _ = set_up(store, builders.signed_in(store, teacher), NOW)
    step = sign_in_staff(store, teacher.email, builders.PASSWORD, NOW, HOME)
    assert isinstance(step, SecondStep)
    with pytest.raises(Invalid):
        finish(store, step.token, phone.shows(NOW), NOW, HOME)


def test_of_two_that_send_the_same_code_at_once_one_comes_in(store: Store, teacher: StaffMember) -> None:
    phone, _ = set_up(store, builders.signed_in(store, teacher), NOW)
    token, code = half_in(store, teacher), phone.shows(LATER)

    def go(_: int) -> bool:
        try:
            finish(store, token, code, LATER, HOME)
        except (Invalid, NotFound, TooSoon):
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sum(pool.map(go, range(2))) == 1


def test_a_recovery_code_stands_once_for_the_phone(store: Store, teacher: StaffMember) -> None:
    _, codes = set_up(store, builders.signed_in(store, teacher), NOW)
    assert len(set(codes)) == 10
    finish(store, half_in(store, teacher), codes[3].upper().replace("-", " "), LATER, HOME)
    with pytest.raises(Invalid):
        finish(store, half_in(store, teacher), codes[3], LATER, HOME)


def test_wrong_codes_wait_after_five_and_the_right_one_too(store: Store, teacher: StaffMember) -> None:
    phone, _ = set_up(store, builders.signed_in(store, teacher), NOW)
    token = half_in(store, teacher)
    for _ in range(5):
        with pytest.raises(Invalid):
            finish(store, token, "000000", LATER, HOME)
    with pytest.raises(TooSoon):
        finish(store, token, phone.shows(LATER), LATER, HOME)
    soon = LATER + timedelta(seconds=20)
    assert finish(store, token, phone.shows(soon), soon, HOME)


def test_the_step_ends_with_its_time_and_with_a_new_password(store: Store, teacher: StaffMember) -> None:
    phone, _ = set_up(store, builders.signed_in(store, teacher), NOW)
    token = half_in(store, teacher)
    late = LATER + timedelta(minutes=11)
    with pytest.raises(NotFound):
        finish(store, token, phone.shows(late), late, HOME)
    draw_password(store, teacher.email, LATER)
    with pytest.raises(NotFound):
        finish(store, token, phone.shows(LATER), LATER, HOME)
    with pytest.raises(NotFound):
        awaited(store, "made up", LATER)
