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


def answer_with(pupil, choice, **words):
    """Press a choice on the card as it is shown; on an answered card as a page from before would."""
    page = pupil.page(CARD)
    meaning = page.form(CARD).value("meaning") if page.has_form(CARD) else ""
    return pupil.post(CARD, {"choice": choice, "meaning": meaning}, **words)


def kept(store):
    with store.read() as conn:
        return conn.execute(select(func.count()).select_from(later_answers)).scalar_one()


def test_the_card_waits_on_the_home(pupil):
    assert CARD in pupil.page("/learn/").addresses


def test_an_answer_shows_the_verdict_and_how_it_went(pupil, store, hx):
    assert len(Page(pupil.get(CARD, hx=hx).text).form(CARD).buttons) == 3
    answer = answer_with(pupil, "voor-twee", hx=hx)
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
    first = answer_with(pupil, "voor-twee", hx=True)
    again = answer_with(pupil, "voor-twee", hx=hx)
    assert again.status_code == (200 if hx else 303)
    second = answer_with(pupil, "delen", hx=hx)
    assert second.status_code == 409
    assert "Deze kaart had je al beantwoord." in Page(second.text).words
    assert "Ik mis die laars wel" in Page(second.text).words, "what was answered first"
    assert "al beantwoord" not in Page(first.text).words
    assert kept(store) == 1


@pytest.mark.parametrize("choice", ["", "voor-twe", "x" * 999])
def test_a_choice_that_is_not_there_is_not_found_and_nothing_is_kept(pupil, store, hx, choice):
    assert answer_with(pupil, choice, hx=hx).status_code == 404
    assert kept(store) == 0


def test_a_card_that_asked_something_else_is_not_answered(pupil, store, hx):
    answer = pupil.post(CARD, {"choice": "voor-twee", "meaning": "another"}, hx=hx)
    assert answer.status_code == 409
    assert "veranderd" in Page(answer.text).words
    assert Page(answer.text).has_form(CARD)
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
