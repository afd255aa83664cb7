"""A pupil who forgot what opens the door."""

from __future__ import annotations

import pytest

from tests.web.conftest import Visitor
from tests.web.page import Page


@pytest.fixture
def code(town):
    return town.open_session().code


def test_a_pupil_who_forgot_waits_with_a_picture_and_is_let_in(app, visitor, town, code, clock):
    teacher = Visitor(app, town, clock).as_teacher()
    path = f"/sign-in/class/{town.pupil}"
    asks = visitor.behind(code).page(path).form("/ask")
    assert visitor.post(asks.action).location == "/sign-in/wait"
    assert "Laat je leraar dit plaatje zien, Aya." in visitor.page("/sign-in/wait").words
    for page in ("session", ""):
        words = teacher.page(f"/teacher/groups/{town.our_group.id}/{page}".rstrip("/")).words
        assert "Aya is het vergeten" in words
    assert "Aya" not in teacher.page(f"/teacher/groups/{town.our_group.id}/session/board").words
    form = teacher.page(f"/teacher/groups/{town.our_group.id}/session").form("/knocks")
    data = {**dict(form.fields), "do": "let-in"}
    assert teacher.post(form.action, data).location == f"/teacher/groups/{town.our_group.id}/session"
    assert "De deur is open, Aya!" in Page(visitor.get("/sign-in/wait", hx=True).text).words
    assert visitor.post("/sign-in/wait").location == "/"
    assert "Aya" in visitor.page("/learn/").words


def test_a_door_that_stays_shut_leads_back_to_the_names(visitor, town, code, clock, hx):
    visitor.behind(code).post(f"/sign-in/class/{town.pupil}/ask")
    answer = visitor.post("/sign-in/wait", hx=hx)
    assert answer.headers["HX-Redirect" if hx else "Location"] == "/sign-in/class"
    assert visitor.get("/learn/").status_code == 401
    clock.passes(minutes=11)
    assert "ging niet op tijd open" in visitor.page("/sign-in/wait").words
    assert visitor.leave().post(f"/sign-in/class/{town.pupil}/ask").location == "/", (
        "without a code nobody asks"
    )
