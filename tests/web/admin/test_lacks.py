"""Each thing that is missing leads to where something can be done about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.administration.checklist import Lack, Missing
from web.admin.lacks import lacks

if TYPE_CHECKING:
    from flask import Flask


def test_every_lack_has_words_and_a_page(app: Flask) -> None:
    with app.test_request_context():
        told = lacks(Missing(one, 1, "De Eik", 2) for one in Lack)
    assert len({one.words for one in told}) == len(Lack)
    assert all(one.url.startswith("/") for one in told)


def test_what_is_missing_at_many_schools_is_one_line_that_opens(app: Flask) -> None:
    few = [Missing(Lack.CONTACTS, number, f"School {number}", 1) for number in range(3)]
    many = [*few, Missing(Lack.CONTACTS, 4, "School 4", 1)]
    with app.test_request_context():
        assert len(lacks(few)) == 3
        (told,) = lacks(many)
    assert "4" in told.words
    assert [one.url for one in told.parts] == [f"/schools/{one.school_id}/contacts" for one in many]
