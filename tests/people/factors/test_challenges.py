"""What is asked comes back once, soon, and for what it was asked."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from course.people.factors.challenges import LASTS, Purpose, ask, asked, take
from tests.builders import NOW

if TYPE_CHECKING:
    from course.store.store import Store


def test_a_challenge_is_taken_once_and_for_its_purpose_alone(store: Store) -> None:
    with store.write() as conn:
        token = ask(conn, Purpose.PASSKEY, None, "told", NOW)
        assert take(conn, Purpose.NEW_PASSKEY, token, NOW) is None
        assert asked(conn, Purpose.PASSKEY, token, NOW + LASTS) is None
        found = take(conn, Purpose.PASSKEY, token, NOW + LASTS - timedelta(seconds=1))
        assert found is not None
        assert (found.person_id, found.told) == (None, "told")
        assert take(conn, Purpose.PASSKEY, token, NOW) is None
