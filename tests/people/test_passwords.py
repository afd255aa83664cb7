from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from course.errors import Invalid, NotFound
from course.journal import journal
from course.journal.journal import Event
from course.people import secrets
from course.people.actor import Notice, identify
from course.people.passwords import DRAWN_FOR, change_password, draw_password
from course.people.sign_in import sign_in_staff
from course.people.tables import sign_ins
from tests.builders import NOW, PASSWORD, a_group, a_pupil, a_teacher, identity_of, signed_in

if TYPE_CHECKING:
    from course.store.store import Store

WANTED = "vier-eigen-woorden-lang"


def is_in(store: Store, token: str) -> bool:
    with store.read() as conn:
        return identify(conn, token, NOW) is not None


def test_who_changes_the_password_comes_in_with_the_new_one_only(store: Store) -> None:
    teacher = a_teacher(store)
    change_password(store, signed_in(store, teacher), PASSWORD, WANTED, NOW)
    assert sign_in_staff(store, teacher.email, WANTED, NOW)
    with pytest.raises(Invalid):
        sign_in_staff(store, teacher.email, PASSWORD, NOW)


def test_a_change_ends_every_other_sign_in_of_this_person_and_of_nobody_else(store: Store) -> None:
    teacher, colleague = a_teacher(store), a_teacher(store)
    here, there = (sign_in_staff(store, teacher.email, PASSWORD, NOW) for _ in range(2))
    beside = sign_in_staff(store, colleague.email, PASSWORD, NOW)
    change_password(store, identity_of(store, here), PASSWORD, WANTED, NOW)
    assert [is_in(store, one.token) for one in (here, there, beside)] == [True, False, True]


@pytest.mark.parametrize(
    ("current", "wanted", "field"),
    [("fout", WANTED, "current"), (PASSWORD, "elf-letters", "wanted"), ("fout", "kort", "current")],
)
def test_a_wrong_present_password_and_a_short_new_one_change_nothing(
    store: Store, current: str, wanted: str, field: str
) -> None:
    teacher = a_teacher(store)
    other = sign_in_staff(store, teacher.email, PASSWORD, NOW)
    with pytest.raises(Invalid) as refused:
        change_password(store, signed_in(store, teacher), current, wanted, NOW)
    assert set(refused.value.fields) == {field}
    assert is_in(store, other.token)
    assert sign_in_staff(store, teacher.email, PASSWORD, NOW)


def test_a_drawn_password_works_and_ends_what_went_before(store: Store) -> None:
    teacher = a_teacher(store)
    before = sign_in_staff(store, teacher.email, PASSWORD, NOW)
    drawn = draw_password(store, f" {teacher.email.upper()} ", NOW)
    assert re.fullmatch(r"([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}", drawn)
    assert not is_in(store, before.token)
    assert sign_in_staff(store, teacher.email, drawn, NOW)
    assert drawn != secrets.draw_password()


def test_who_comes_in_with_a_drawn_password_chooses_an_own_one_first(store: Store) -> None:
    teacher = a_teacher(store)
    drawn = draw_password(store, teacher.email, NOW)
    actor = identity_of(store, sign_in_staff(store, teacher.email, drawn, NOW))
    assert actor.notice is Notice.OWN_PASSWORD
    change_password(store, actor, drawn, WANTED, NOW)
    with store.read() as conn:
        assert conn.execute(select(sign_ins.c.notice)).scalars().all() == [""]
    again = identity_of(store, sign_in_staff(store, teacher.email, WANTED, NOW))
    assert again.notice is Notice.NOTHING


def test_a_drawn_password_that_nobody_used_in_time_is_none(store: Store) -> None:
    teacher = a_teacher(store)
    drawn = draw_password(store, teacher.email, NOW)
    with pytest.raises(Invalid) as refused:
        sign_in_staff(store, teacher.email, drawn, NOW + DRAWN_FOR)
    assert refused.value.fields == {"password": "wrong-email-or-password"}
    assert sign_in_staff(store, teacher.email, drawn, NOW + DRAWN_FOR - timedelta(seconds=1))


@pytest.mark.parametrize("wanted", ["123456789012", "wachtwoord123", " " * 12, "x" * 129, PASSWORD])
def test_a_weak_or_the_same_password_changes_nothing_and_is_no_wrong_one(store: Store, wanted: str) -> None:
    teacher = a_teacher(store)
    actor = signed_in(store, teacher)
    for _ in range(10):
        with pytest.raises(Invalid) as refused:
            change_password(store, actor, PASSWORD, wanted, NOW)
        assert set(refused.value.fields) == {"wanted"}
    change_password(store, actor, PASSWORD, WANTED, NOW)


def test_the_journal_tells_of_drawn_and_of_own_passwords(store: Store) -> None:
    teacher = a_teacher(store)
    drawn = draw_password(store, teacher.email, NOW)
    change_password(
        store, identity_of(store, sign_in_staff(store, teacher.email, drawn, NOW)), drawn, WANTED, NOW
    )
    told = [(one.event, one.person_id, one.about_id) for one in journal.read(store)]
    assert told == [
        (Event.DRAWN_PASSWORD, None, teacher.id),
        (Event.SIGNED_IN, teacher.id, None),
        (Event.NEW_PASSWORD, teacher.id, None),
    ]


def test_an_unknown_address_is_told_with_the_nearest(store: Store) -> None:
    a_pupil(store, a_group(store))
    teacher = a_teacher(store)
    with pytest.raises(NotFound) as refused:
        draw_password(store, teacher.email.replace("teacher", "teachr"), NOW)
    assert refused.value.nearest == teacher.email
