"""Channels are told once and chosen in the logbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.web.conftest import Visitor

CHANNELS = "/goals/channels"
BLOG = {"name": "Weblog van 7B", "kind": "weblog", "is_public": "closed", "for_whom": "parents"}


def test_a_channel_is_chosen_in_the_logbook_until_it_is_closed(visitor: Visitor) -> None:
    teacher = visitor.as_teacher()
    assert teacher.post(CHANNELS, BLOG).status_code == 303
    assert "Weblog van 7B" in teacher.page(CHANNELS).words
    assert "Weblog van 7B" in teacher.page("/goals/log").words
    close = next(one for one in teacher.page(CHANNELS).forms if one.action.endswith("/close"))
    teacher.post(close.action, {})
    assert "Weblog van 7B" not in teacher.page("/goals/log").words
    again = next(one for one in teacher.page(CHANNELS).forms if one.action.endswith("/open"))
    teacher.post(again.action, {})
    assert "Weblog van 7B" in teacher.page("/goals/log").words


def test_what_is_left_out_is_told_and_the_rest_is_kept(visitor: Visitor) -> None:
    answer = visitor.as_teacher().post(CHANNELS, {**BLOG, "for_whom": ""})
    assert answer.status_code == 422
    assert "Weblog van 7B" in answer.text
