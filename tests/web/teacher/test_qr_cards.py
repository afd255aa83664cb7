"""A teacher's sheet of cards."""

from __future__ import annotations

import re

import pytest

from course.people.words import word_list


@pytest.fixture
def path(town):
    return f"/teacher/groups/{town.our_group.id}/qr-cards"


@pytest.fixture
def drawn(monkeypatch):
    """What the QR codes of a page hold."""
    held = []
    monkeypatch.setattr("web.teacher.qr_cards.qr_code", lambda address: held.append(address) or "<svg/>")
    return held


def test_a_press_draws_once_and_a_reload_draws_nothing_new(visitor, town, path, drawn, clock):
    form = visitor.as_teacher().page(path).forms[-1]
    data = {"pupil": (town.pupil, town.classmate), "word": form.value("word"), "do": "draw"}
    assert visitor.post(path, data).location == f"{path}/sheet"
    words = visitor.page(f"{path}/sheet").words
    assert all(one in words for one in ("Aya", "Bram", "7B", "maakt niets nieuws"))
    first = drawn.copy()
    assert len({one.partition("/sign-in/card#")[2] for one in first}) == 2
    visitor.post(path, data)
    drawn.clear()
    visitor.page(f"{path}/sheet")
    assert drawn == first
    again = {**data, "word": visitor.page(path).forms[-1].value("word")}
    visitor.post(path, again)
    drawn.clear()
    visitor.page(f"{path}/sheet")
    assert not {*drawn} & {*first}
    clock.passes(minutes=16)
    assert visitor.get(f"{path}/sheet").location == path


def test_a_card_is_ended_and_nobody_chosen_is_told_off(visitor, town, path, hx):
    visitor.as_teacher()
    assert visitor.post(path, {"do": "draw"}, hx=hx).status_code == 422
    visitor.post(path, {"pupil": town.pupil, "do": "draw"})
    assert "kaart van" in visitor.page(path).words
    visitor.post(path, {"pupil": town.pupil, "do": "end"})
    words = visitor.page(path).words
    assert "werken niet meer: Aya" in words
    assert "kaart van" not in words


def test_who_comes_in_with_words_finds_them_beside_the_square(visitor, town, path, drawn):
    visitor.as_administrator().post(f"/admin/schools/{town.ours.id}/sign-in", {"words_from": 7})
    visitor.as_teacher().post(path, {"pupil": town.pupil, "do": "draw"})
    sheet = visitor.page(f"{path}/sheet")
    assert "typ de klascode en mijn woorden" in sheet.words
    code = town.open_session().code
    words = re.findall(r"<b>(\w+)</b>", visitor.get(f"{path}/sheet").text)
    assert set(words) <= set(word_list())
    answer = visitor.leave().behind(code).post(f"/sign-in/class/{town.pupil}", {"word": words})
    assert answer.status_code == 303
