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
