from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.errors import Invalid, TooSoon
from course.people.mail.forgotten import ask_for_link
from course.people.mail.queue import waiting
from tests.builders import NOW

if TYPE_CHECKING:
    from course.store.store import Store

SITE = "https://leren.example"


def test_three_letters_go_to_an_address_and_then_it_waits(store: Store) -> None:
    for _ in range(3):
        ask_for_link(store, " Anna@School.example ", SITE, "nl", NOW)
    with pytest.raises(TooSoon):
        ask_for_link(store, "anna@school.example", SITE, "nl", NOW)
    ask_for_link(store, "bo@school.example", SITE, "nl", NOW)
    assert waiting(store) == 4


@pytest.mark.parametrize(
    "typed", ["", "anna", "a b@c.example", "a@b.example\nBcc: x@y.example", "a" * 260 + "@b"]
)
def test_what_is_no_address_is_told(store: Store, typed: str) -> None:
    with pytest.raises(Invalid):
        ask_for_link(store, typed, SITE, "nl", NOW)
    assert waiting(store) == 0
