"""Class codes: what one opens, when it ends, and how many wrong ones may be tried."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from course.classroom.class_sessions import close_class_session
from course.people.tables import sign_ins
from tests import builders
from tests.web.page import Page
from web.sign_in import codes


@pytest.fixture
def code(town):
    return town.open_session().code


def inside(store):
    with store.read() as conn:
        return conn.execute(select(func.count()).select_from(sign_ins)).scalar_one()


def pictures_of(code, person):
    return f"/sign-in/{code}/{person}"


def tries(code, person):
    """Every way to try a code."""
    return {
        "form": lambda visitor: visitor.post("/sign-in/code", {"code": code}),
        "names": lambda visitor: visitor.get(f"/sign-in/{code}"),
        "pupil": lambda visitor: visitor.get(pictures_of(code, person)),
        "pictures": lambda visitor: visitor.post(pictures_of(code, person), {"pictures": builders.PICTURES}),
    }


@pytest.fixture
def fewer(monkeypatch):
    """A search that one need not wait for: the address may try forty wrong codes."""
    monkeypatch.setattr(codes, "ADDRESS", replace(codes.ADDRESS, free=40))


def search(visitor, count):
    """Try as many wrong codes as one address may, in browsers without a past."""
    ways = [*tries("ZZZZZZ", visitor.town.pupil).values()]
    for number in range(count):
        assert ways[number % len(ways)](visitor.leave()).status_code in {404, 422}
    return visitor.leave()


@pytest.mark.parametrize("spelled", ["{} ", "  {}", "lower", "dashed"])
def test_a_code_may_be_typed_in_many_ways(visitor, code, spelled):
    typed = {"lower": code.lower(), "dashed": f"{code[:3]}-{code[3:]}"}.get(spelled) or spelled.format(code)
    assert visitor.post("/sign-in/code", {"code": typed}).location == f"/sign-in/{code}"


@pytest.mark.parametrize("typed", ["ZZZZZZ", "", "x" * 500, "'; DROP TABLE persons", "🐱🐱🐱"])
def test_a_wrong_code_is_told_at_its_field(visitor, code, hx, typed):
    answer = visitor.post("/sign-in/code", {"code": typed}, hx=hx)
    assert answer.status_code == 422
    page = Page(answer.text)
    assert any(attrs.get("id") == "code" and attrs.get("aria-invalid") == "true" for _, attrs in page.tags)


@pytest.mark.parametrize("path", ["/sign-in/ZZZZZZ", "/sign-in/ZZZZZZ/1"])
def test_nothing_stands_behind_an_unknown_code(visitor, hx, path):
    assert visitor.get(path, hx=hx).status_code == 404


def test_a_code_ends_with_its_session(visitor, town, clock, code):
    clock.passes(minutes=91)
    assert visitor.post("/sign-in/code", {"code": code}).status_code == 422
    assert visitor.get(f"/sign-in/{code}").status_code == 404
    data = {"pictures": builders.PICTURES}
    assert visitor.post(pictures_of(code, town.pupil), data).status_code == 404


def test_a_code_ends_when_the_teacher_closes_the_lesson(visitor, town, clock, code):
    teacher = builders.signed_in(town.store, town.teacher)
    close_class_session(town.store, teacher, town.our_group.id, clock())
    assert visitor.post("/sign-in/code", {"code": code}).status_code == 422
    assert visitor.get(pictures_of(code, town.pupil)).status_code == 404


@pytest.mark.parametrize("whose", ["next_pupil", "their_pupil", "teacher"])
def test_a_code_opens_no_other_group(visitor, town, store, code, hx, whose):
    person = town.teacher.id if whose == "teacher" else getattr(town, whose)
    before = inside(store)
    assert visitor.get(pictures_of(code, person), hx=hx).status_code == 404
    answer = visitor.post(pictures_of(code, person), {"pictures": builders.PICTURES}, hx=hx)
    assert answer.status_code == 404
    assert inside(store) == before


@pytest.mark.parametrize("person", ["pupil", "next_pupil"])
def test_a_wrong_code_and_an_unknown_pupil_are_told_the_same(visitor, town, code, hx, person):
    unknown = visitor.get(pictures_of(code, town.next_pupil), hx=hx)
    wrong = visitor.get(pictures_of("ZZZZZZ", getattr(town, person)), hx=hx)
    assert unknown.status_code == wrong.status_code == 404
    assert Page(unknown.text).words == Page(wrong.text.replace("ZZZZZZ", code)).words
    with visitor.client.session_transaction() as session:
        assert "door" not in session, "nor does the cookie tell"


def test_all_ways_to_try_a_code_count_together(visitor, town, code, fewer):
    search(visitor, 40)
    for way in (*tries("ZZZZZZ", town.pupil).values(), *tries(code, town.pupil).values()):
        assert way(visitor.leave()).status_code == 429, (
            "and beyond the limit nobody learns whether a code is right"
        )


def test_a_right_code_with_unknown_pupils_is_a_wrong_code(visitor, town, code, fewer):
    for number in range(40):
        assert visitor.leave().get(pictures_of(code, 900_000 + number)).status_code == 404
    assert visitor.leave().get(f"/sign-in/{code}").status_code == 429


def test_a_child_who_goes_on_mistyping_waits_alone(visitor, town, clock, code):
    statuses = [visitor.post("/sign-in/code", {"code": f"ZZZ{n}"}).status_code for n in range(21)]
    assert set(statuses[:20]) == {422}
    assert statuses[20] == 429
    assert visitor.post("/sign-in/code", {"code": code}).status_code == 429
    clock.passes(seconds=5)
    assert visitor.post("/sign-in/code", {"code": code}).status_code == 303
    classmate = visitor.leave()
    assert classmate.post("/sign-in/code", {"code": code}).status_code == 303


def test_what_is_no_code_is_no_try(visitor, code):
    assert {visitor.post("/sign-in/code", {"code": ""}).status_code for _ in range(25)} == {422}
    assert visitor.post("/sign-in/code", {"code": code}).status_code == 303


def test_who_found_the_way_stays_in_when_somebody_else_uses_the_tries_up(visitor, town, code, fewer):
    assert visitor.post("/sign-in/code", {"code": code}).status_code == 303
    found = visitor.client
    search(visitor, 40)
    visitor.client = found
    for way in [*tries(code, town.pupil).values()]:
        assert way(visitor).status_code in {200, 303}


def test_the_qr_code_on_the_board_lets_in_whatever_was_tried(visitor, town, code, fewer, monkeypatch):
    drawn = []
    monkeypatch.setattr("web.teacher.class_views._qr", lambda address: drawn.append(address) or "")
    visitor.as_teacher().get(f"/teacher/groups/{town.our_group.id}/session")
    search(visitor, 40)
    assert visitor.get(drawn[0]).status_code == 200
    assert visitor.post(pictures_of(code, town.pupil), {"pictures": builders.PICTURES}).status_code == 303


@pytest.mark.parametrize("key", ["", "0" * 24, "é", codes.link_key])
def test_another_key_opens_nothing(visitor, app, town, code, fewer, key):
    search(visitor, 40)
    with app.app_context():
        key = key("ZZZZZZ") if callable(key) else key
    assert visitor.get(f"/sign-in/{code}?key={key}").status_code == 429


def test_who_was_in_before_is_let_in_again_when_somebody_else_uses_the_tries_up(visitor, town, code, fewer):
    """Signing in begins a session, and what is the browser's own stays in the cookie."""
    assert visitor.post("/sign-in/code", {"code": code}).status_code == 303
    assert visitor.post(pictures_of(code, town.pupil), {"pictures": builders.PICTURES}).status_code == 303
    found = visitor.client
    search(visitor, 40)
    visitor.client = found
    visitor.post("/sign-out")
    assert visitor.get(f"/sign-in/{code}").status_code == 200
