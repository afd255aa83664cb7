"""Everybody sees where they are in, and ends what is not theirs to keep."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from course.people.devices import Device
from course.people.own_sign_ins import end_others, end_own, own_sign_ins
from course.people.sign_in import sign_in_staff
from tests import builders
from tests.builders import NOW, PASSWORD

if TYPE_CHECKING:
    from course.people.actor import Actor
    from course.store.store import Store
    from tests.builders import StaffMember


def come_in(store: Store, who: StaffMember, name: str, minute: int = 0) -> Actor:
    now = NOW + timedelta(minutes=minute)
    fresh = sign_in_staff(store, who.email, PASSWORD, now, Device(name=name))
    return builders.identity_of(store, fresh, now)


def test_sign_ins_are_told_apart_and_ended_one_by_one_or_all_others(store: Store) -> None:
    teacher, other = builders.a_teacher(store), builders.a_teacher(store)
    here = come_in(store, teacher, "Firefox, Windows")
    for minute, name in enumerate(("Safari, iPad", "Chrome, Android"), start=1):
        come_in(store, teacher, name, 10 * minute)
    stranger = come_in(store, other, "Edge, Windows", 30)
    found = own_sign_ins(store, here, NOW)
    assert [(one.device, one.is_here) for one in found] == [
        ("Firefox, Windows", True),
        ("Chrome, Android", False),
        ("Safari, iPad", False),
    ]
    end_own(store, here, found[1].name)
    end_own(store, here, own_sign_ins(store, stranger, NOW)[0].name)
    end_own(store, here, "%")
    assert [one.device for one in own_sign_ins(store, here, NOW)] == ["Firefox, Windows", "Safari, iPad"]
    end_others(store, here)
    assert [one.is_here for one in own_sign_ins(store, here, NOW)] == [True]
    assert own_sign_ins(store, stranger, NOW), "nobody else's ended"


def test_who_was_away_too_long_is_not_in(store: Store) -> None:
    here = come_in(store, builders.a_teacher(store), "")
    assert own_sign_ins(store, here, NOW + timedelta(hours=2)) == ()
