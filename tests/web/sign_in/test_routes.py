"""The door: pupils by code, name and pictures, staff by password, and everybody who should not come in."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from course.people.tables import sign_ins
from tests import builders
from tests.web.page import Page

WRONG = ("kat", "boom", "fiets")
OTHER = ("fiets", "huis", "slak", "vis")


@pytest.fixture
def code(town):
    return town.open_session().code


def inside(store):
    with store.read() as conn:
        return conn.execute(select(func.count()).select_from(sign_ins)).scalar_one()


def pictures_of(person):
    return f"/sign-in/class/{person}"


def moved_to(answer, hx):
    """Where an answer sends the reader, by whichever way it was asked."""
    assert answer.status_code == (204 if hx else 303)
    return answer.headers["HX-Redirect"] if hx else answer.location


def test_a_pupil_comes_in_by_code_name_and_pictures(visitor, town, code, hx):
    assert moved_to(visitor.post("/sign-in/code", {"code": code}, hx=hx), hx) == "/sign-in/class"
    tiles = visitor.page("/sign-in/class")
    assert pictures_of(town.pupil) in tiles.addresses
    assert pictures_of(town.next_pupil) not in tiles.addresses
    letters = [attrs for _tag, attrs in tiles.tags if attrs.get("class") == "avatar"]
    assert len(letters) == len([one for one in tiles.addresses if one.startswith("/sign-in/class/")])
    door = visitor.page(pictures_of(town.pupil))
    assert max(len(form.choices) for form in door.forms) == 16
    came = visitor.post(pictures_of(town.pupil), {"pictures": builders.PICTURES}, hx=hx)
    assert moved_to(came, hx) == "/"
    assert visitor.get("/").location == "/learn/"
    assert "Aya" in visitor.page("/learn/").words


def test_the_order_of_the_pictures_does_not_matter(visitor, town, code):
    data = {"pictures": builders.PICTURES[::-1]}
    assert visitor.behind(code).post(pictures_of(town.pupil), data).status_code == 303


@pytest.mark.parametrize(
    "pictures",
    [
        WRONG,
        (),
        builders.PICTURES[:2],
        (*builders.PICTURES, "vis"),
        ("kat", "kat", "kat"),
        ("kat", "boom", "hond"),
    ],
)
def test_other_pictures_let_nobody_in_and_say_so(visitor, town, store, code, hx, pictures):
    before = inside(store)
    answer = visitor.behind(code).post(pictures_of(town.pupil), {"pictures": pictures}, hx=hx)
    assert answer.status_code == 422
    assert any(
        attrs.get("role") == "alert" and attrs.get("data-kind") == "bad"
        for _, attrs in Page(answer.text).tags
    )
    assert inside(store) == before
    assert visitor.get("/learn/").status_code == 401


def test_a_pupil_may_try_five_times_and_a_classmate_still(visitor, town, code, hx):
    for _ in range(5):
        assert visitor.behind(code).post(pictures_of(town.pupil), {"pictures": WRONG}).status_code == 422
    answer = visitor.behind(code).post(pictures_of(town.pupil), {"pictures": builders.PICTURES}, hx=hx)
    assert answer.status_code == 429
    assert Page(answer.text).words
    assert visitor.behind(code).get(pictures_of(town.pupil)).status_code == 200, "looking costs nothing"
    assert (
        visitor.behind(code).post(pictures_of(town.classmate), {"pictures": builders.PICTURES}).status_code
        == 303
    )


@pytest.mark.parametrize("whose", ["pupil", "all"])
def test_new_pictures_let_a_pupil_in_at_once_who_tried_too_often(
    visitor, town, clock, code, whose, monkeypatch
):
    monkeypatch.setattr("course.people.secrets.draw_pictures", lambda *_: OTHER)
    for tries in (2, 5, 5):
        clock.passes(minutes=5)
        for _ in range(tries):
            visitor.behind(code).post(pictures_of(town.pupil), {"pictures": WRONG})
    assert (
        visitor.behind(code).post(pictures_of(town.pupil), {"pictures": builders.PICTURES}).status_code == 429
    )
    data = {"pupil": town.pupil if whose == "pupil" else "all"}
    assert visitor.as_teacher().post(f"/teacher/groups/{town.our_group.id}/pictures", data).status_code == 303
    data = {"pictures": OTHER}
    assert visitor.leave().behind(code).post(pictures_of(town.pupil), data).status_code == 303


def test_nobody_slows_a_pupil_down_without_a_class_code(visitor, town, code):
    path = pictures_of(town.pupil)
    for _ in range(6):
        assert visitor.client.head(path).location == "/"
        assert visitor.post(path, {"pictures": WRONG}).location == "/"
    visitor.behind(code)
    assert {visitor.client.head(path).status_code for _ in range(6)} == {200}, "looking is no try"
    assert visitor.post(path, {"pictures": builders.PICTURES}).status_code == 303


def test_staff_come_in_by_password(visitor, town, hx):
    data = {"email": f" {town.teacher.email.upper()} ", "password": builders.PASSWORD}
    assert moved_to(visitor.post("/sign-in", data, hx=hx), hx) == "/"
    assert visitor.get("/").location == "/teacher/"


@pytest.mark.parametrize(
    ("who", "home"), [("director", "/director/"), ("officer", "/board/"), ("teacher", "/teacher/")]
)
def test_everybody_begins_at_the_own_first_page(visitor, town, who, home):
    answer = visitor.as_staff(getattr(town, who)).get("/")
    assert answer.status_code == 303
    assert answer.location == home
    assert visitor.get(home).status_code == 200


def test_an_unknown_address_and_a_wrong_password_are_told_the_same(visitor, town, hx):
    unknown = visitor.post("/sign-in", {"email": "nobody@school.example", "password": "x"}, hx=hx)
    wrong = visitor.post("/sign-in", {"email": town.teacher.email, "password": "x"}, hx=hx)
    assert unknown.status_code == wrong.status_code == 422

    def said(answer):
        return Page(answer.text.replace(town.teacher.email, "nobody@school.example")).words

    assert said(unknown) == said(wrong)


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"email": "", "password": ""},
        {"email": "someone@school.example"},
        {"email": "a" * 300 + "@school.example", "password": "x"},
        {"email": "a@school.example", "password": "x" * 1001},
        {"email": "a\x00@school.example", "password": "x"},
        {"email": "a@school.example", "password": "\x00"},
        {"email": ["a@school.example", "b@school.example"], "password": "x"},
    ],
)
def test_a_malformed_sign_in_is_told(visitor, hx, data):
    answer = visitor.post("/sign-in", data, hx=hx)
    assert answer.status_code == 422
    assert Page(answer.text).words


def test_a_password_never_comes_back(visitor, town):
    answer = visitor.post("/sign-in", {"email": town.teacher.email, "password": "geheim-en-fout"})
    assert "geheim-en-fout" not in answer.text


def test_an_account_may_be_tried_eight_times_from_an_address_and_another_still(visitor, town, hx):
    data = {"email": town.teacher.email, "password": "x"}
    assert {visitor.post("/sign-in", data).status_code for _ in range(8)} == {422}
    data = {"email": f" {town.teacher.email.upper()}", "password": builders.PASSWORD}
    assert visitor.post("/sign-in", data, hx=hx).status_code == 429
    assert visitor.get("/sign-in").status_code == 200
    other = {"email": town.director.email, "password": builders.PASSWORD}
    assert visitor.post("/sign-in", other).status_code == 303


def test_who_only_knows_an_e_mail_address_shuts_nobody_out(visitor, town):
    data = {"email": town.teacher.email, "password": "x"}
    elsewhere = {"REMOTE_ADDR": "192.0.2.7"}
    statuses = [visitor.post("/sign-in", data, environ_base=elsewhere).status_code for _ in range(9)]
    assert statuses[-1] == 429
    assert visitor.post("/sign-in", {**data, "password": builders.PASSWORD}).status_code == 303


def test_an_account_has_its_own_count_wherever_it_is_tried_from(visitor, town, monkeypatch):
    monkeypatch.setattr("course.people.secrets.is_password", lambda *_: False)
    data = {"email": town.teacher.email, "password": "x"}
    places = [{"REMOTE_ADDR": f"192.0.2.{number // 8}"} for number in range(61)]
    statuses = [visitor.post("/sign-in", data, environ_base=place).status_code for place in places]
    assert set(statuses[:60]) == {422}
    assert statuses[60] == 429


def test_a_forged_or_torn_cookie_is_nobody(visitor):
    visitor.as_teacher()
    for value in ("", "x", "eyJ0b2tlbiI6InggIn0.aaaa.bbbb", "\N{CAT FACE}"):
        visitor.client.set_cookie("deelwijs", value)
        assert visitor.get("/teacher/").status_code == 401


def test_the_session_is_new_after_signing_in(visitor, town):
    """What somebody else may have put in the cookie before is gone."""
    with visitor.client.session_transaction() as session:
        session.update(planted="yes", csrf_token="known", locale="en")
    data = {"email": town.teacher.email, "password": builders.PASSWORD}
    assert visitor.post("/sign-in", data).status_code == 303
    with visitor.client.session_transaction() as session:
        assert "planted" not in session
        assert session.get("csrf_token") != "known"
        assert session["locale"] == "en"


def test_only_wrong_tries_count_against_a_pupil_and_an_account(visitor, town, code):
    for _ in range(10):
        assert (
            visitor.behind(code).post(pictures_of(town.pupil), {"pictures": builders.PICTURES}).status_code
            == 303
        )
        visitor.post("/sign-out", {})
        assert visitor.behind(code).get("/sign-in/class").status_code == 200
