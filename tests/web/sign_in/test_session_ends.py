"""How a session ends, and what somebody is told who goes on clicking."""

from __future__ import annotations

import pytest

from course.classroom.attendance import attendance
from course.classroom.class_sessions import close_class_session
from course.errors import Unavailable
from course.people.actor import identify
from course.people.pictures import renew_pictures
from tests import builders
from tests.web.page import Page
from tests.web.sign_in.test_routes import moved_to


@pytest.fixture
def code(town):
    return town.open_session().code


def test_staff_who_do_nothing_for_an_hour_sign_in_again(visitor, clock, hx):
    visitor.as_teacher()
    clock.passes(minutes=59)
    assert visitor.get("/teacher/").status_code == 200
    clock.passes(minutes=59)
    assert visitor.get("/teacher/").status_code == 200, "seen in between"
    clock.passes(minutes=61)
    answer = visitor.get("/teacher/", hx=hx)
    assert answer.status_code == 401
    assert Page(answer.text).words


def test_a_busy_day_ends_after_twelve_hours(visitor, clock):
    visitor.as_teacher()
    for _ in range(23):
        clock.passes(minutes=31)
        assert visitor.get("/teacher/").status_code == 200
    clock.passes(minutes=31)
    assert visitor.get("/teacher/").status_code == 401


def in_class(visitor, town, code):
    """A pupil who came in by the door itself."""
    assert (
        visitor.behind(code).post(f"/sign-in/class/{town.pupil}", {"pictures": builders.PICTURES}).status_code
        == 303
    )
    assert visitor.get("/learn/").status_code == 200


@pytest.mark.parametrize(("page", "name"), [("/session", "session"), ("", "group")])
def test_a_page_that_asks_by_itself_keeps_nobody_in(visitor, town, clock, page, name):
    """The digiboard shows the class code all day, also when the teacher has gone home."""
    path = f"/teacher/groups/{town.our_group.id}{page}"
    town.open_session()
    assert f'id="{name}" ' in visitor.as_teacher().get(path).text
    polls = {"HX-Request": "true", "HX-Trigger": name}
    for _ in range(6):
        clock.passes(minutes=10)
        assert visitor.client.get(path, headers=polls).status_code == 200
    clock.passes(minutes=1)
    assert visitor.client.get(path, headers=polls).status_code == 401


def test_a_piece_that_somebody_asks_for_keeps_them_in(visitor, clock):
    visitor.as_teacher()
    for _ in range(3):
        clock.passes(minutes=40)
        assert visitor.get("/teacher/", hx=True).status_code == 200


def test_pages_are_read_where_nothing_can_be_written(visitor, clock, monkeypatch, caplog):
    def full(*_):
        raise Unavailable("no space left") from OSError("no space left")

    monkeypatch.setattr("web.http.identity.touch", full)
    visitor.as_teacher()
    clock.passes(minutes=6)
    assert visitor.get("/teacher/").status_code == 200
    assert "presence not noted, by OSError" in caplog.text


def test_pupils_leave_when_the_lesson_is_closed_and_are_told_so(visitor, town, clock, code, hx):
    in_class(visitor, town, code)
    teacher = builders.signed_in(town.store, town.teacher)
    close_class_session(town.store, teacher, town.our_group.id, clock())
    answer = visitor.get("/learn/", hx=hx)
    assert answer.status_code == 401
    assert ("<html" in answer.text) is not hx
    assert "De les is afgelopen" in Page(answer.text).words
    assert "De volgende keer ga je verder waar je was." in Page(answer.text).words
    assert visitor.get("/learn/").status_code == 401, "and stay out"


def test_a_lesson_that_ran_out_is_told_too(visitor, town, clock, code):
    in_class(visitor, town, code)
    clock.passes(minutes=91)
    assert "De les is afgelopen" in Page(visitor.get("/learn/").text).words


def test_who_was_given_new_pictures_is_not_told_that_the_lesson_is_over(visitor, town, code):
    in_class(visitor, town, code)
    renew_pictures(
        town.store,
        builders.signed_in(town.store, town.teacher),
        town.our_group.id,
        builders.NOW,
        [town.pupil],
    )
    page = Page(visitor.get("/learn/").text)
    assert "Kom binnen met je nieuwe kaartje" in page.words
    assert "/sign-in/class" in page.addresses


def test_staff_whose_session_ended_are_not_told_of_a_lesson(visitor, town, clock, code):
    in_class(visitor, town, code)
    visitor.post("/sign-in", {"email": town.teacher.email, "password": builders.PASSWORD})
    assert visitor.behind(code).get("/sign-in/class").status_code == 200
    clock.passes(minutes=61)
    assert "Je bent uitgelogd" in Page(visitor.get("/teacher/").text).words


def test_pupils_leave_when_their_lesson_is_over(visitor, clock):
    visitor.as_pupil()
    clock.passes(minutes=89)
    assert visitor.get("/learn/").status_code == 200
    clock.passes(minutes=2)
    assert visitor.get("/learn/").status_code == 401


def test_an_answer_after_the_session_ended_is_told_and_not_lost_silently(visitor, clock, hx):
    form = visitor.as_pupil().page("/learn/lessons/mag-deze-foto").form("/choices")
    clock.passes(minutes=91)
    answer = visitor.post(form.action, dict(form.fields) | {"choice": "de-remix"}, hx=hx)
    assert answer.status_code == 401
    assert "niet bewaard" in Page(answer.text).words, "and never that what was pressed is kept"
    assert not hx or answer.headers["HX-Retarget"] == "#notices"


def test_signing_out_ends_the_session_on_the_server(visitor, store, clock, hx):
    visitor.as_teacher()
    with visitor.client.session_transaction() as session:
        token = session["token"]
    assert moved_to(visitor.post("/sign-out", hx=hx), hx) == "/"
    with store.read() as conn:
        assert identify(conn, token, clock()) is None
    with visitor.client.session_transaction() as session:
        assert "token" not in session
        session["token"] = token
    assert visitor.get("/teacher/").status_code == 401, "a kept cookie is worth nothing"


def test_who_comes_in_on_a_shared_tablet_takes_the_place_of_who_was_in(visitor, town, store, code, clock):
    for person in (town.pupil, town.classmate):
        data = {"pictures": builders.PICTURES}
        assert visitor.behind(code).post(f"/sign-in/class/{person}", data).status_code == 303
    teacher = builders.signed_in(store, town.teacher)
    inside = attendance(store, teacher, town.our_group.id, clock()).inside
    assert [tile.person_id for tile in inside] == [town.classmate]
