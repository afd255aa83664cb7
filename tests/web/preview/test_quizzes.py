"""`deelwijs preview`: an author answers the quiz from its file, under any protocol, and sees every save."""

from __future__ import annotations

import os

import pytest

from tests.web.page import Page
from tests.web.preview.test_app import HX, LESSON, client, desk, root

__all__ = ["client", "desk", "root"]

PATH = f"/lessons/quizzes/{LESSON}"


def save(root, old, new):
    file = root / "quizzes" / LESSON / "nl.md"
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    later = file.stat().st_mtime + 2
    os.utime(file, (later, later))


def place_of(desk, kind):
    from web.preview.quiz_desk import QuizDesk

    at = QuizDesk(desk)
    bank = at.quiz(LESSON).questions
    return next(place for place, one in enumerate(at.questions(LESSON)) if bank[one].kind == kind)


def answer(client, place, hx=True, **fields):
    page = Page(client.get(f"{PATH}?question={place}").text)
    data = dict(page.form("/answers").fields) | fields
    return client.post(f"{PATH}/answers", data=data, headers=HX if hx else {})


def test_the_lesson_leads_to_its_quiz(client):
    assert f"{PATH}?question=0" in client.get(f"/lessons/{LESSON}").text


@pytest.mark.parametrize("hx", [True, False])
def test_a_question_is_answered_with_htmx_and_without(client, desk, hx):
    place = place_of(desk, "judge")
    answered = answer(client, place, hx=hx, answer="not")
    if not hx:
        assert answered.status_code == 303
        answered = client.get(answered.location)
    assert answered.status_code == 200
    assert 'id="marked"' in answered.text
    assert (
        f"?question={place + 1}" in client.get(PATH).text
        or f'value="{place + 1}" selected' in client.get(PATH).text
    )


def test_an_answer_is_judged_by_the_protocol_chosen(client, desk):
    place = place_of(desk, "judge")
    client.get(f"{PATH}?protocol=verkruisen")
    text = answer(client, place, answer="may").text
    assert "Verkruisen" in text


def test_nothing_chosen_is_told_beside_the_question(client, desk):
    assert answer(client, place_of(desk, "judge")).status_code == 422


def test_a_save_is_seen_and_a_slip_is_told_in_the_page(client, desk, root):
    edition = desk.edition
    client.get(PATH)
    save(root, "## ", "## Nieuw: ")
    assert client.get(f"/lessons/saved?edition={edition}").headers["HX-Refresh"] == "true"
    assert "Nieuw: " in client.get(f"{PATH}?question=0").text
    save(root, "- [ ]", "- [ ] {act=ask}")
    assert f"quizzes/{LESSON}/nl.md:" in client.get(PATH).text


def test_a_page_of_an_older_text_takes_no_answer(client, desk):
    assert answer(client, place_of(desk, "judge"), answer="not", meaning="other").status_code == 409


def test_pictures_of_the_bank_are_given(client, root):
    name = next((root / "quizzes" / LESSON).glob("*.svg")).name
    with client.get(f"/pictures/quizzes/{LESSON}/{name}") as answered:
        assert answered.status_code == 200
