"""A class code tells whose contacts a child sees that has not signed in, as long as the lesson is open."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from course.contacts.behind_code import school_behind
from tests.builders import NOW
from tests.web.town import a_town

if TYPE_CHECKING:
    from course.store.store import Store


def test_a_code_leads_to_its_school_while_the_lesson_is_open(store: Store) -> None:
    town = a_town(store)
    code = town.open_session().code
    found = school_behind(store, code, NOW)
    assert found is not None
    assert (found.school_id, found.school_name, found.protocol) == (town.ours.id, "De Eik", "kom-leren")
    assert school_behind(store, code, NOW + timedelta(hours=9)) is None
    assert school_behind(store, "XXXXXX", NOW) is None
