"""A teacher's sheet of cards."""

from __future__ import annotations

import pytest


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
