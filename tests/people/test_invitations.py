"""A link for one use opens one account, once, and says nothing of itself in the database."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from course.errors import Invalid, NotFound
from course.journal import journal
from course.journal.journal import Event, Origin
from course.people.invitations import LASTS, accept, invite, invited, token_of
from course.people.sign_in import sign_in_staff
from course.people.tables import invitations, sign_ins
from tests import builders
from tests.builders import NOW

if TYPE_CHECKING:
    from course.store.store import Store
    from tests.builders import StaffMember

OWN = "paarse-lantaarn-zwemt-hoog"


def a_link(store: Store, person: StaffMember) -> str:
    with store.write() as conn:
        return invite(conn, person.id, 1, Origin(NOW))


def test_a_link_sets_the_password_once_and_signs_out_everywhere(store: Store) -> None:
    teacher = builders.a_teacher(store)
    sign_in_staff(store, teacher.email, builders.PASSWORD, NOW)
    token = a_link(store, teacher)
    assert invited(store, token, NOW) == teacher.email
    accept(store, token, OWN, NOW)
    with store.read() as conn:
        assert not conn.execute(select(sign_ins.c.person_id)).all()
    sign_in_staff(store, teacher.email, OWN, NOW)
    with pytest.raises(NotFound):
        accept(store, token, OWN, NOW)
    assert [one.event for one in journal.read(store, person_id=teacher.id)][-3:] == [
        Event.INVITED,
        Event.NEW_PASSWORD,
        Event.SIGNED_IN,
    ]


def test_a_newer_link_and_the_last_day_end_one(store: Store) -> None:
    teacher = builders.a_teacher(store)
    old, new = a_link(store, teacher), a_link(store, teacher)
    with pytest.raises(NotFound):
        invited(store, old, NOW)
    assert invited(store, new, NOW + LASTS - timedelta(minutes=1))
    with pytest.raises(NotFound):
        accept(store, new, OWN, NOW + LASTS + timedelta(minutes=1))


def test_a_weak_password_leaves_the_link_as_it_is(store: Store) -> None:
    teacher = builders.a_teacher(store)
    token = a_link(store, teacher)
    for weak in ("kort", "wachtwoord123", "x" * 129):
        with pytest.raises(Invalid):
            accept(store, token, weak, NOW)
    accept(store, token, OWN, NOW)


def test_what_stands_in_the_link_is_kept_as_a_hash_alone(store: Store) -> None:
    token = a_link(store, builders.a_teacher(store))
    with store.read() as conn:
        kept = str(conn.execute(select(invitations)).one())
    assert token not in kept


def test_a_pasted_link_gives_what_stands_behind_the_sign() -> None:
    assert token_of(" https://leren.example/account/invited#abc ") == "abc"
    assert token_of("abc") == "abc"
