"""The page behind the QR code of a card."""

from __future__ import annotations

import pytest

from course.learning.lesson.trails import forget_trails
from course.people.actor import identify
from course.people.cards import draw_cards
from tests import builders
from tests.web.page import Page

CARD = "/sign-in/card"


@pytest.fixture
def token(town):
    with town.store.read() as conn:
        teacher = identify(conn, town.token(town.teacher.id), builders.NOW)
    (card,) = draw_cards(
        town.store, teacher, town.our_group.id, [town.pupil], b"x", builders.NOW, forget_trails
    )
    return card.token


def test_a_pupil_scans_a_card_and_is_in_until_the_lesson_ends(visitor, town, token, clock):
    assert "klascode" in visitor.page(CARD).words, "without script the page says what to do instead"
    early = visitor.post(CARD, {"card": token})
    assert (early.status_code, "de les heeft geopend" in early.text) == (422, True)
    town.open_session()
    assert visitor.post(CARD, {"card": token}).location == "/"
    assert "Aya" in visitor.page("/learn/").words
    clock.passes(hours=2)
    assert "De les is afgelopen" in visitor.get("/learn/").text


@pytest.mark.parametrize("typed", ["", "f" * 32, "x" * 5000, "'; DROP TABLE persons"])
def test_a_card_that_does_not_work_says_so(visitor, town, hx, typed):
    answer = visitor.post(CARD, {"card": typed}, hx=hx)
    assert answer.status_code == 422
    assert "werkt niet meer" in Page(answer.text).words
