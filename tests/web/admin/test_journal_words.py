"""Nobody reads a word of the program in the journal: each line and each detail has words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from flask_babel import force_locale

from course.journal.journal import Event
from course.people.coming_in import How
from course.people.credentials import Kind
from course.people.roles import Role
from web.admin.journal_words import detail_words, event_words

if TYPE_CHECKING:
    from flask import Flask


def test_every_event_has_words(app: Flask) -> None:
    with app.test_request_context(), force_locale("nl"):
        words = event_words()
    assert set(words) == {one.value for one in Event}
    assert not [one for one, told in words.items() if told == one]


@pytest.mark.parametrize(
    "detail", [*(one.value for one in Role), *(one.value for one in Kind), *(one.value for one in How)]
)
def test_roles_and_ways_of_coming_in_have_words_in_dutch(app: Flask, detail: str) -> None:
    with app.test_request_context(), force_locale("en"):
        english = detail_words(detail)
    with app.test_request_context(), force_locale("nl"):
        dutch = detail_words(detail)
    assert detail == "passkey" or (english, dutch) != (detail, detail)


def test_numbers_stay_in_their_places(app: Flask) -> None:
    with app.test_request_context(), force_locale("nl"):
        assert detail_words("moved 38 left 37") == "over 38 van school 37"
        assert detail_words("edexml new=3 gone=1") == "edexml nieuw=3 weg=1"
        assert detail_words("") == ""
