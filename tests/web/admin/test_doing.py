"""A form of an administrator is done and said, or told what can't be, and never half."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from flask import get_flashed_messages

from course.errors import Clash, Invalid, NotFound
from web.admin.doing import did

if TYPE_CHECKING:
    from flask import Flask


def test_what_is_done_is_said_and_what_can_not_be_is_told(app: Flask) -> None:
    def refused() -> None:
        raise Invalid(name="There is a group of this name already.")

    def clashed() -> None:
        raise Clash("two at once")

    for action, kind in ((lambda: None, "good"), (refused, "warn"), (clashed, "warn")):
        with app.test_request_context():
            answer = did(action, "Klaar.", "/admin/")
            ((told, words),) = get_flashed_messages(with_categories=True)
            assert told == kind
            assert answer.status_code == 303
            assert (words == "Klaar.") is (kind == "good")


def test_what_is_not_there_stays_not_there(app: Flask) -> None:
    def gone() -> None:
        raise NotFound("person", "1")

    with app.test_request_context(), pytest.raises(NotFound):
        did(gone, "Klaar.", "/admin/")
