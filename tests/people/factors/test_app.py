"""Codes of an app; what is taken, and when, is also in `test_second_step.py`."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from course.people.factors import app
from tests import builders
from tests.builders import NOW
from tests.people.factors.authenticator import HOME, set_up

if TYPE_CHECKING:
    from course.store.store import Store


def test_a_clock_may_be_half_a_minute_off_and_no_more(store: Store) -> None:
    actor = builders.signed_in(store, builders.a_teacher(store))
    phone, _ = set_up(store, actor, NOW)
    late = NOW + timedelta(hours=1)
    with store.read() as conn:
        for seconds, right in ((-60, False), (-30, True), (0, True), (30, True), (60, False)):
            typed = phone.shows(late + timedelta(seconds=seconds))
            found = app.right_code(conn, actor.person_id, f"{typed[:3]} {typed[3:]}", HOME.key, late)
            assert (found is not None) is right, seconds
