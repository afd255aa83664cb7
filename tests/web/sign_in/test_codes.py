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


CLASS = "/sign-in/class"


def pictures_of(person):
    return f"{CLASS}/{person}"


def typed(visitor, code, **form):
    """Type a code, or come with what the QR code holds."""
    return visitor.post("/sign-in/code", {"code": code, **form})


@pytest.fixture
def fewer(monkeypatch):
    """A search that one need not wait for: the address may try forty wrong codes."""
    monkeypatch.setattr(codes, "ADDRESS", replace(codes.ADDRESS, free=40))


def search(visitor, count):
    """Try as many wrong codes as one address may, in browsers without a past."""
    for _ in range(count):
        assert typed(visitor.leave(), "ZZZZZZ").status_code == 422
    return visitor.leave()


@pytest.mark.parametrize("spelled", ["{} ", "  {}", "lower", "dashed"])
def test_a_code_may_be_typed_in_many_ways(visitor, code, spelled):
    written = {"lower": code.lower(), "dashed": f"{code[:3]}-{code[3:]}"}.get(spelled) or spelled.format(code)
    assert typed(visitor, written).location == CLASS
    assert visitor.get(CLASS).status_code == 200


def test_no_address_behind_the_door_holds_the_code_or_the_key(visitor, town, code, monkeypatch):
    """A proxy writes addresses down; what stands behind a # never reaches it."""
    drawn = []
    monkeypatch.setattr("web.teacher.class_views.qr_code", lambda address: drawn.append(address) or "")
    visitor.as_teacher().get(f"/teacher/groups/{town.our_group.id}/session")
    sent, _, kept = drawn[0].partition("#")
    assert sent.endswith("/sign-in/code")
    assert kept.startswith(f"{code}.")
    visitor.leave()
    pages = [typed(visitor, code), visitor.get(CLASS), visitor.get(pictures_of(town.pupil))]
    assert all(code not in address for page in pages for address in [page.request.path, page.location or ""])
    assert not any(code in address for page in pages[1:] for address in Page(page.text).addresses)


@pytest.mark.parametrize("written", ["ZZZZZZ", "", "x" * 500, "'; DROP TABLE persons", "🐱🐱🐱"])
def test_a_wrong_code_is_told_at_its_field(visitor, code, hx, written):
    answer = visitor.post("/sign-in/code", {"code": written}, hx=hx)
    assert answer.status_code == 422
    page = Page(answer.text)
    assert any(attrs.get("id") == "code" and attrs.get("aria-invalid") == "true" for _, attrs in page.tags)
    with visitor.client.session_transaction() as session:
        assert "door" not in session


@pytest.mark.parametrize("path", [CLASS, f"{CLASS}/1"])
def test_without_a_code_the_start_asks_for_one(visitor, code, path):
    assert visitor.get(path).location == "/"
    assert visitor.post(f"{CLASS}/1", {"pictures": builders.PICTURES}).location == "/"


def test_a_code_ends_with_its_session(visitor, town, clock, code):
    assert typed(visitor, code).status_code == 303
    clock.passes(minutes=91)
    assert typed(visitor.leave(), code).status_code == 422
    data = {"pictures": builders.PICTURES}
    assert visitor.behind(code).get(CLASS).status_code == 404
    assert visitor.post(pictures_of(town.pupil), data).status_code == 404


def test_a_code_ends_when_the_teacher_closes_the_lesson(visitor, town, clock, code):
    assert typed(visitor, code).status_code == 303
    teacher = builders.signed_in(town.store, town.teacher)
    close_class_session(town.store, teacher, town.our_group.id, clock())
    assert visitor.get(pictures_of(town.pupil)).status_code == 404
    assert typed(visitor, code).status_code == 422


@pytest.mark.parametrize("whose", ["next_pupil", "their_pupil", "teacher"])
def test_a_code_opens_no_other_group(visitor, town, store, code, hx, whose):
    person = town.teacher.id if whose == "teacher" else getattr(town, whose)
    before = inside(store)
    assert typed(visitor, code).status_code == 303
    assert visitor.get(pictures_of(person), hx=hx).status_code == 404
    answer = visitor.post(pictures_of(person), {"pictures": builders.PICTURES}, hx=hx)
    assert answer.status_code == 404
    assert inside(store) == before


def test_a_forged_cookie_opens_nothing(visitor, town, code):
    visitor.client.set_cookie("deelwijs", '{"door": "' + code + '"}')
    assert visitor.get(CLASS).location == "/"


def test_a_child_who_goes_on_mistyping_waits_alone(visitor, town, clock, code):
    statuses = [typed(visitor, f"ZZZ{n}").status_code for n in range(21)]
    assert set(statuses[:20]) == {422}
    assert statuses[20] == 429
    assert typed(visitor, code).status_code == 429, "or one would learn whether a code is right"
    clock.passes(seconds=5)
    assert typed(visitor, code).status_code == 303
    assert typed(visitor.leave(), code).status_code == 303


def test_what_is_no_code_is_no_try(visitor, code):
    assert {typed(visitor, "").status_code for _ in range(25)} == {422}
    assert typed(visitor, code).status_code == 303


def test_who_found_the_way_stays_in_when_somebody_else_uses_the_tries_up(visitor, town, code, fewer):
    assert typed(visitor, code).status_code == 303
    found = visitor.client
    assert typed(search(visitor, 40), code).status_code == 429
    visitor.client = found
    assert typed(visitor, code).status_code == 303
    assert visitor.get(CLASS).status_code == 200
    assert visitor.get(pictures_of(town.pupil)).status_code == 200


def test_the_qr_code_on_the_board_lets_in_whatever_was_tried(visitor, town, code, fewer, monkeypatch):
    drawn = []
    monkeypatch.setattr("web.teacher.class_views.qr_code", lambda address: drawn.append(address) or "")
    visitor.as_teacher().get(f"/teacher/groups/{town.our_group.id}/session")
    search(visitor, 40)
    scanned, _, key = drawn[0].partition("#")[2].partition(".")
    assert typed(visitor, scanned, key=key).location == CLASS
    assert visitor.post(pictures_of(town.pupil), {"pictures": builders.PICTURES}).status_code == 303


def test_who_scans_comes_in_on_a_tablet_on_which_somebody_else_is_signed_in(visitor, town, code):
    visitor.as_pupil(town.classmate)
    page = Page(visitor.get("/sign-in/code").text)
    assert page.form("/sign-in/code").value("code") == ""
    assert typed(visitor, code).location == CLASS


@pytest.mark.parametrize("key", ["", "0" * 24, "é", codes.link_key])
def test_another_key_opens_nothing(visitor, app, town, code, fewer, key):
    search(visitor, 40)
    with app.app_context():
        key = key("ZZZZZZ") if callable(key) else key
    assert typed(visitor, code, key=key).status_code == 429


def test_who_was_in_before_is_let_in_again_when_somebody_else_uses_the_tries_up(visitor, town, code, fewer):
    """Signing in begins a session, and what is the browser's own stays in the cookie."""
    assert typed(visitor, code).status_code == 303
    assert visitor.post(pictures_of(town.pupil), {"pictures": builders.PICTURES}).status_code == 303
    found = visitor.client
    search(visitor, 40)
    visitor.client = found
    visitor.post("/sign-out")
    assert visitor.get(CLASS).status_code == 200
