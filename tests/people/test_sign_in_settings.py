"""What an administrator chooses of how pupils come in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.errors import NotFound
from course.journal import journal
from course.journal.journal import Event, Origin
from course.people.sign_in_settings import (
    SignInSettings,
    keep_sign_in_settings,
    read_sign_in_settings,
)
from tests.builders import NOW, a_director, a_school, an_administrator, signed_in

if TYPE_CHECKING:
    from course.store.store import Store


def test_a_school_keeps_how_its_pupils_come_in(store: Store) -> None:
    school, other = a_school(store), a_school(store)
    keeper = signed_in(store, an_administrator(store, school))
    for settings in (SignInSettings(at_home=True), SignInSettings()):
        keep_sign_in_settings(store, keeper, school.id, settings, Origin(NOW, keeper.person_id))
        with store.read() as conn:
            assert read_sign_in_settings(conn, school.id) == settings
            assert read_sign_in_settings(conn, other.id) == SignInSettings()
    told = [*journal.read(store, events=[Event.SCHOOL_CHANGED])]
    assert [(one.school_id, one.detail) for one in told] == [(school.id, "sign-in")] * 2


def test_nobody_else_chooses_for_a_school(store: Store) -> None:
    school = a_school(store)
    for stranger in (a_director(store, school), an_administrator(store, a_school(store))):
        actor = signed_in(store, stranger)
        with pytest.raises(NotFound):
            keep_sign_in_settings(store, actor, school.id, SignInSettings(at_home=True), Origin(NOW))
