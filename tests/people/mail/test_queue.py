from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from course.people.mail.queue import GIVEN_UP, LEASE, Letter, put, take_due, try_later, waiting, was_sent
from tests.builders import NOW

if TYPE_CHECKING:
    from course.store.store import Store


def test_a_letter_is_one_senders_until_it_is_sent_or_its_time_is_up(store: Store) -> None:
    with store.write() as conn:
        put(conn, Letter.TEST, "anna@school.example", "https://leren.example", "nl", NOW)
    (letter,) = take_due(store, NOW)
    assert take_due(store, NOW) == ()
    (again,) = take_due(store, NOW + LEASE)
    assert (again.id, again.tries) == (letter.id, 2), "a sender that died is no loss"
    was_sent(store, again)
    assert waiting(store) == 0


def test_what_fails_waits_longer_each_time_and_is_given_up_in_the_end(store: Store) -> None:
    with store.write() as conn:
        put(conn, Letter.TEST, "anna@school.example", "https://leren.example", "nl", NOW)
    (letter,) = take_due(store, NOW)
    assert try_later(store, letter, NOW)
    assert take_due(store, NOW + timedelta(seconds=59)) == ()
    (letter,) = take_due(store, NOW + timedelta(minutes=1))
    assert try_later(store, letter, NOW + timedelta(minutes=1))
    assert take_due(store, NOW + timedelta(minutes=2)) == ()
    assert not try_later(store, letter, NOW + GIVEN_UP + timedelta(minutes=1))
    assert waiting(store) == 0
