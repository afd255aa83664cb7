"""A screen is told that its pupil is in elsewhere, of new pictures, that an own password comes first, and of dashes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from course.people.passwords import draw_password
from course.people.pictures import renew_pictures
from tests import builders
from tests.web.conftest import Visitor
from tests.web.page import Page

if TYPE_CHECKING:
    from flask import Flask

    from course.store.store import Store
    from tests.web.conftest import Clock
    from tests.web.town import Town

ELSEWHERE = "Iemand kwam met jouw naam binnen op een ander apparaat"
TWICE = "Je bent ook op een ander apparaat binnen"
NEW = "Je leerkracht heeft nieuwe plaatjes voor je gemaakt"


def comes_in(
    app: Flask, town: Town, clock: Clock, pupil: int, pictures: tuple[str, ...] = builders.PICTURES
) -> Visitor:
    """A pupil on a device of their own."""
    visitor = Visitor(app, town, clock).behind(town.open_session().code)
    assert visitor.post(f"/sign-in/class/{pupil}", {"pictures": pictures}).status_code == 303
    return visitor


def test_a_second_sign_in_is_told_on_both_screens_once(app: Flask, town: Town, clock: Clock) -> None:
    first = comes_in(app, town, clock, town.pupil)
    assert TWICE not in first.page("/learn/").words
    second = comes_in(app, town, clock, town.pupil)
    assert TWICE in second.page("/learn/").words
    assert ELSEWHERE in first.page("/learn/").words
    for screen in (first, second):
        words = screen.page("/learn/").words
        assert ELSEWHERE not in words
        assert TWICE not in words


def test_a_fragment_brings_it_along(app: Flask, town: Town, clock: Clock) -> None:
    """Who plays on gets fragments alone, for a whole lesson."""
    first = comes_in(app, town, clock, town.pupil)
    first.walk("mag-deze-foto", "in-de-bus")
    comes_in(app, town, clock, town.pupil)
    answer = first.get("/learn/lessons/mag-deze-foto", hx=True)
    assert 'id="notices" hx-swap-oob="innerHTML"' in answer.text
    assert ELSEWHERE in Page(answer.text).words
    assert "hx-swap-oob" not in first.get("/learn/lessons/mag-deze-foto", hx=True).text


def test_coming_in_again_on_the_same_device_is_told_nobody(app: Flask, town: Town, clock: Clock) -> None:
    first = comes_in(app, town, clock, town.pupil)
    assert first.post(f"/sign-in/class/{town.pupil}", {"pictures": builders.PICTURES}).status_code == 303
    assert TWICE not in first.page("/learn/").words


def test_a_classmate_on_another_device_is_told_nobody(app: Flask, town: Town, clock: Clock) -> None:
    first = comes_in(app, town, clock, town.pupil)
    comes_in(app, town, clock, town.classmate)
    assert ELSEWHERE not in first.page("/learn/").words


def test_a_pupil_is_told_of_new_pictures_at_the_first_sign_in_with_them(
    app: Flask, town: Town, clock: Clock, store: Store
) -> None:
    teacher = builders.signed_in(store, town.teacher)
    (card,) = renew_pictures(store, teacher, town.our_group.id, clock(), [town.pupil])
    assert NEW in comes_in(app, town, clock, town.pupil, card.pictures).page("/learn/").words
    assert NEW not in comes_in(app, town, clock, town.pupil, card.pictures).page("/learn/").words
    assert NEW not in comes_in(app, town, clock, town.classmate).page("/learn/").words


def test_who_draws_new_pictures_cannot_read_the_old_trail(
    app: Flask, town: Town, clock: Clock, visitor: Visitor
) -> None:
    page = "/learn/lessons/mag-deze-foto"
    comes_in(app, town, clock, town.pupil).walk("mag-deze-foto", "in-de-bus")
    path = f"/teacher/groups/{town.our_group.id}/pictures"
    teacher = visitor.as_teacher()
    teacher.post(path, {"pupil": town.pupil, "word": "one"})
    drawn = re.findall(r"pictures/(\w+)\.svg", teacher.get(f"{path}/cards").text)
    as_pupil = comes_in(app, town, clock, town.pupil, tuple(drawn))
    assert not as_pupil.page(page).has_form("/back"), "there is no way back, for nothing was chosen"


@pytest.mark.parametrize("path", ["/teacher/", "/goals/", "/learn/"])
def test_with_a_drawn_password_nothing_opens_but_the_page_for_an_own_one(
    visitor: Visitor, town: Town, clock: Clock, store: Store, path: str
) -> None:
    drawn = draw_password(store, town.teacher.email, clock())
    assert visitor.post("/sign-in", {"email": town.teacher.email, "password": drawn}).status_code == 303
    assert visitor.get(path).location == "/account"
    assert visitor.post(f"/teacher/groups/{town.our_group.id}/session").location == "/account"
    assert "Kies nu een eigen wachtwoord" in visitor.page("/account").words
    weak = visitor.post("/account", {"current": drawn, "wanted": "wachtwoord123"})
    assert weak.status_code == 422
    assert "makkelijk te raden" in Page(weak.text).words
    assert visitor.get(path).location == "/account"
    answer = visitor.post("/account", {"current": drawn, "wanted": "zeven olifanten dansen"})
    assert answer.location == "/"
    assert visitor.get("/teacher/").status_code == 200
    assert "Kies nu een eigen wachtwoord" not in visitor.page("/account").words


def test_who_has_a_drawn_password_can_go_away_again(
    visitor: Visitor, town: Town, clock: Clock, store: Store
) -> None:
    drawn = draw_password(store, town.teacher.email, clock())
    visitor.post("/sign-in", {"email": town.teacher.email, "password": drawn})
    assert visitor.post("/sign-out").location == "/"
    assert visitor.get("/account").status_code == 401


def test_who_is_not_counted_for_a_module_is_told_from_who_has_not_begun(
    visitor: Visitor, town: Town, store: Store
) -> None:
    """A group of twelve showed six in its figures, and no word of the other six."""
    told, path = "Een streepje achter een naam", f"/teacher/groups/{town.our_group.id}"
    teacher = visitor.as_teacher()
    assert told not in teacher.page(path).words
    builders.a_pupil(store, town.our_group, year_group="3")
    assert told in teacher.page(path).words
