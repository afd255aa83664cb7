"""What is known is told in words: every kind of thing has a title, and nothing stays that only a machine reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.privacy.known import Known, KnownTable
from tests.builders import NOW
from web.display.known import known_parts

if TYPE_CHECKING:
    from flask import Flask


def test_facts_have_words_and_what_is_empty_or_technical_is_left_out(app: Flask) -> None:
    rows = ({"name": "Aya", "look": "aya", "email": None, "is_temporary": True, "new_column": 3},)
    known = Known(1, "Aya", NOW, (KnownTable("persons", rows), KnownTable("new_table", ())))
    with app.test_request_context(headers={"Accept-Language": "en"}):
        first, second = known_parts(known)
    labels, values = zip(*first.things[0], strict=True)
    assert (values[0], labels[-1], len(labels)) == ("Aya", "new_column", 3)
    assert second.title == "new_table"
