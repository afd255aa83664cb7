from __future__ import annotations

from typing import TYPE_CHECKING

from course.journal import journal
from course.journal.journal import Entry, Event
from course.people.tries import tell_refusal
from tests.builders import NOW

if TYPE_CHECKING:
    from course.store.store import Store


def test_a_refusal_tells_about_whom_and_not_by_whom(store: Store) -> None:
    with store.write() as conn:
        tell_refusal(conn, "staff", (), Entry(NOW, Event.REFUSED, 7))
    (told,) = journal.read(store)
    assert (told.person_id, told.about_id) == (None, 7)
