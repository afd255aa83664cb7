"""Who has been in for a while shows a secret again, whichever of the own ones it is."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from course.errors import Invalid, TooSoon
from course.people.fresh import LASTS, is_fresh, show_again
from course.people.sign_in import sign_in_staff
from tests import builders
from tests.builders import NOW, PASSWORD
from tests.people.factors.authenticator import HOME, set_up

if TYPE_CHECKING:
    from course.store.store import Store

LATER = NOW + LASTS


def test_a_password_a_code_or_a_code_of_paper_makes_it_fresh(store: Store) -> None:
    teacher = builders.a_teacher(store)
    fresh = sign_in_staff(store, teacher.email, PASSWORD, NOW)
    actor = builders.identity_of(store, fresh)
    assert is_fresh(actor, NOW)
    assert not is_fresh(actor, LATER)
    phone, codes = set_up(store, actor, NOW)
    for minute, typed in enumerate((PASSWORD, phone.shows(LATER + timedelta(minutes=1)), codes[0])):
        now = LATER + timedelta(minutes=minute)
        show_again(store, actor, typed, now, HOME)
        assert builders.identity_of(store, fresh, now).confirmed_at == now
    for wrong in ("", codes[0]):
        with pytest.raises(Invalid):
            show_again(store, actor, wrong, LATER + timedelta(hours=1), HOME)


def test_wrong_ones_wait(store: Store) -> None:
    actor = builders.signed_in(store, builders.a_teacher(store))
    for _ in range(8):
        with pytest.raises(Invalid):
            show_again(store, actor, "fout", LATER, HOME)
    with pytest.raises(TooSoon):
        show_again(store, actor, PASSWORD, LATER, HOME)
