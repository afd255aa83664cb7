"""Later-cards through their routes."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from course.learning.tables import later_answers
from tests.web.page import Page

CARD = "/learn/later/mag-deze-foto/een-herinnering/7"


@pytest.fixture
def pupil(visitor, clock, store):
    """A pupil a week after the lesson."""
    visitor.as_pupil().walk("mag-deze-foto", "de-remix", "voor-ons-alleen", "meedoen")
    clock.passes(days=7)
    return visitor.as_pupil()


def kept(store):
    with store.read() as conn:
        return conn.execute(select(func.count()).select_from(later_answers)).scalar_one()


def test_the_card_waits_on_the_home(pupil):
    assert CARD in pupil.page("/learn/").addresses


def test_an_answer_shows_the_verdict_and_how_it_went(pupil, store, hx):
    assert len(Page(pupil.get(CARD, hx=hx).text).form(CARD).buttons) == 3
    answer = pupil.post(CARD, {"choice": "voor-twee"}, hx=hx)
    if not hx:
        assert (answer.status_code, answer.location) == (303, CARD)
        answer = pupil.get(CARD)
    assert answer.status_code == 200
    page = Page(answer.text)
    assert "Ik mis die laars wel" in page.words
    assert not page.has_form(CARD)
    assert kept(store) == 1
    assert CARD not in pupil.page("/learn/").addresses


def test_a_second_answer_shows_the_first(pupil, store, hx):
    first = pupil.post(CARD, {"choice": "voor-twee"}, hx=True)
    again = pupil.post(CARD, {"choice": "voor-twee"}, hx=hx)
    assert again.status_code == (200 if hx else 303)
    second = pupil.post(CARD, {"choice": "delen"}, hx=hx)
    assert second.status_code == 409
    assert "Deze kaart had je al beantwoord." in Page(second.text).words
    assert "Ik mis die laars wel" in Page(second.text).words, "what was answered first"
    assert "al beantwoord" not in Page(first.text).words
    assert kept(store) == 1


@pytest.mark.parametrize("data", [{}, {"choice": "voor-twe"}, {"choice": "x" * 999}])
def test_a_choice_that_is_not_there_is_not_found_and_nothing_is_kept(pupil, store, hx, data):
    assert pupil.post(CARD, data, hx=hx).status_code == 404
    assert kept(store) == 0


@pytest.mark.parametrize(
    "path",
    [
        "/learn/later/mag-deze-foto/een-herinnering/28",
        "/learn/later/mag-deze-foto/een-herinnering/8",
        "/learn/later/mag-deze-foto/plons/7",
        "/learn/later/mag-deze-foto/nergens/7",
        "/learn/later/nergens/een-herinnering/7",
    ],
)
def test_a_card_that_is_not_due_does_not_exist(pupil, hx, path):
    assert pupil.get(path, hx=hx).status_code == 404
    assert pupil.post(path, {"choice": "delen"}, hx=hx).status_code == 404


def test_a_card_returns_on_its_days_only(pupil, clock, hx):
    clock.passes(days=21)
    pupil.as_pupil()
    assert pupil.get(CARD.removesuffix("7") + "28", hx=hx).status_code == 200
    assert pupil.get(CARD.removesuffix("7") + "8", hx=hx).status_code == 404


def test_a_number_beyond_every_number_is_no_card(pupil, hx):
    path = CARD.removesuffix("/7") + "/" + "9" * 20
    assert pupil.get(path, hx=hx).status_code == 404
    assert pupil.post(path, {"choice": "delen"}, hx=hx).status_code in {404, 405}
