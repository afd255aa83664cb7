"""An app is set up by who shows that it knows the secret, told of in the journal, and taken off again."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from course.errors import Invalid
from course.journal import journal
from course.journal.journal import Event
from course.people.coming_in import SignIn
from course.people.factors.keeping import begin_app, confirm_app, drop_app, new_codes, own_factors
from course.people.sign_in import sign_in_staff
from tests import builders
from tests.builders import NOW, PASSWORD
from tests.people.factors.authenticator import HOME, set_up

if TYPE_CHECKING:
    from course.store.store import Store


def test_nothing_is_asked_before_the_app_has_shown_that_it_knows_the_secret(store: Store) -> None:
    teacher = builders.a_teacher(store)
    actor = builders.signed_in(store, teacher)
    begin_app(store, actor, NOW, HOME)
    own = own_factors(store, actor, NOW, HOME)
    assert own.setting is not None
    assert own.setting.address.startswith("otpauth://totp/Deelwijs:")
    assert own.setting.to_type.replace(" ", "") == own.setting.secret
    with pytest.raises(Invalid):
        confirm_app(store, actor, "123", NOW, HOME)
    assert isinstance(sign_in_staff(store, teacher.email, PASSWORD, NOW), SignIn)
    assert own_factors(store, actor, NOW + timedelta(hours=2), HOME).setting is None, "it does not lie around"


def test_an_app_that_is_set_up_stays_when_somebody_begins_again(store: Store) -> None:
    actor = builders.signed_in(store, builders.a_teacher(store))
    set_up(store, actor, NOW)
    begin_app(store, actor, NOW, HOME)
    own = own_factors(store, actor, NOW, HOME)
    assert (own.app, own.setting, own.codes_left) == (True, None, 10)


def test_codes_are_drawn_anew_and_go_with_the_app(store: Store) -> None:
    actor = builders.signed_in(store, builders.a_teacher(store))
    with pytest.raises(Invalid):
        new_codes(store, actor, NOW, HOME)
    _, codes = set_up(store, actor, NOW)
    assert not set(codes) & set(new_codes(store, actor, NOW, HOME))
    drop_app(store, actor, NOW, HOME)
    own = own_factors(store, actor, NOW, HOME)
    assert (own.app, own.codes_left) == (False, 0)
    told = [(one.event, one.detail) for one in journal.read(store, person_id=actor.person_id)]
    assert told[-3:] == [
        (Event.FACTOR_ADDED, "app"),
        (Event.FACTOR_ADDED, "codes"),
        (Event.FACTOR_REMOVED, "app"),
    ]


def test_another_key_reads_no_secret(store: Store) -> None:
    from dataclasses import replace

    actor = builders.signed_in(store, builders.a_teacher(store))
    begin_app(store, actor, NOW, HOME)
    assert own_factors(store, actor, NOW, replace(HOME, key=b"another")).setting is None
