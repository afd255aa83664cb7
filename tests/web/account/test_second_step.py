"""An app is set up on a page, by its square code or by typing, and asked at the next sign-in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tests import builders
from tests.people.factors.authenticator import Phone
from tests.web.page import Page

if TYPE_CHECKING:
    from tests.web.conftest import Visitor

CODE = re.compile(r"<code>([a-z2-9]{4}(?:-[a-z2-9]{4}){2})</code>")


def set_up(visitor: Visitor, hx: bool = False) -> tuple[Phone, list[str]]:
    visitor.post("/account/second-step/app")
    typed = re.search(r"<code>([A-Z2-7 ]+)</code>", visitor.get("/account/second-step").text)
    assert typed
    phone = Phone(typed[1].replace(" ", ""))
    answer = visitor.post("/account/second-step/app/code", {"code": phone.shows(visitor.clock())}, hx=hx)
    assert answer.status_code == 200
    return phone, CODE.findall(answer.text)


def test_a_teacher_sets_up_an_app_and_comes_in_with_it(visitor: Visitor, hx: bool) -> None:
    phone, codes = set_up(visitor.as_teacher(), hx)
    assert len(codes) == 10
    again = visitor.get("/account/second-step")
    assert not CODE.findall(again.text), "codes are told once"
    visitor.leave()
    visitor.clock.passes(minutes=1)
    data = {"email": visitor.town.teacher.email, "password": builders.PASSWORD}
    answer = visitor.post("/sign-in", data)
    assert answer.headers["Location"] == "/sign-in/second"
    assert visitor.get("/account").status_code == 401
    wrong = visitor.post("/sign-in/second", {"code": "12"}, hx=hx)
    assert wrong.status_code == 422
    right = visitor.post("/sign-in/second", {"code": phone.shows(visitor.clock())}, hx=hx)
    assert right.status_code == (204 if hx else 303)
    assert visitor.get("/account").status_code == 200
    assert visitor.get("/sign-in/second").status_code == 303, "there is nothing to show any more"


def test_a_wrong_code_sets_nothing_up(visitor: Visitor) -> None:
    visitor.as_teacher().post("/account/second-step/app")
    assert visitor.post("/account/second-step/app/code", {}).status_code == 422
    answer = visitor.post("/account/second-step/app/code", {"code": "000000"})
    assert answer.status_code == 422
    assert "code klopt niet" in Page(answer.text).words


def test_codes_are_made_anew_and_the_app_is_taken_off(visitor: Visitor) -> None:
    _, codes = set_up(visitor.as_teacher())
    new = CODE.findall(visitor.post("/account/second-step/codes").text)
    assert len(new) == 10
    assert not set(new) & set(codes)
    visitor.post("/account/second-step/app/remove")
    assert "Stel een app in" in visitor.page("/account/second-step").words
    assert visitor.post("/account/second-step/codes").status_code == 422
