"""A director tells of a talk with the team in three fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.web.conftest import Visitor

TALK = "/goals/team-talk"
TOLD = {"happened_on": "2026-11-02", "people": "14", "words": "We beginnen klein."}


def test_what_is_told_stands_on_the_page_and_in_the_logbook(visitor: Visitor) -> None:
    director = visitor.as_director()
    assert "Er is nog geen gesprek" in director.page(TALK).words
    answer = director.post(TALK, TOLD)
    assert (answer.status_code, answer.location) == (303, TALK)
    words = director.page(TALK).words
    assert "14 collega’s" in words
    assert "We beginnen klein." in words
    assert "Gesprek met het team" in director.page("/goals/log").words


def test_a_number_that_is_none_is_told_and_the_rest_is_kept(visitor: Visitor) -> None:
    answer = visitor.as_director().post(TALK, {**TOLD, "people": "veel"})
    assert answer.status_code == 422
    assert "We beginnen klein." in answer.text
    assert "1 tot en met 999" in answer.text
