"""Learning points on their owner's page, and on nobody else's until they are shared."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert

from course.learning.tables import learning_points
from course.people.roles import Role
from tests.web import doors
from tests.web.doors import ROUTES, every_door, lesson_of
from tests.web.http.test_doors import come

if TYPE_CHECKING:
    from flask import Flask

    from course.store.store import Store
    from tests.web.conftest import Clock, Visitor
    from tests.web.town import Town

PAGE, SHARED = "/learn/development/points", "/director/staff/learning-points"
STORY, WRONG = "leerlingen-als-vriend", "tien-nieuwe-vrienden"
PLAN = "Een plan dat niemand anders aangaat"
AREAS = ("reports.", "director.", "board.", "learn.", "teacher.", "goals.", "attestation.", "profile.")


@pytest.fixture
def point(store: Store, town: Town, clock: Clock) -> int:
    row = {
        "person_id": town.teacher.id,
        "article": "x.1",
        "title": "Eigen titel",
        "plan": PLAN,
        "taken_at": clock(),
    }
    with store.write() as conn:
        made: int = conn.execute(insert(learning_points).returning(learning_points.c.id), row).scalar_one()
    return made


def test_a_choice_that_the_school_does_not_want_can_be_taken_up_and_planned(visitor: Visitor) -> None:
    teacher = visitor.as_teacher().walk(STORY, WRONG)
    form = teacher.page(PAGE).form("/points")
    assert teacher.post(PAGE, dict(form.fields)).status_code == 303
    page = teacher.page(PAGE)
    assert "Het is nu een leerpunt." in page.words
    address = next(one.action for one in page.forms if one.action.startswith(f"{PAGE}/"))
    teacher.post(address, {"do": "plan", "plan": "Eerst vragen"})
    assert "Eerst vragen" in teacher.get(PAGE).text
    teacher.post(address, {"do": "drop"})
    assert "Eerst vragen" not in teacher.get(PAGE).text


def test_a_plan_that_is_too_long_says_so(visitor: Visitor, point: int) -> None:
    answer = visitor.as_teacher().post(f"{PAGE}/{point}", {"do": "plan", "plan": "x" * 501})
    assert answer.status_code == 422
    assert "500 tekens" in answer.text


def test_a_director_reads_it_from_sharing_until_it_is_taken_back(
    visitor: Visitor, point: int, hx: bool
) -> None:
    for deed, is_told in (("share", True), ("withdraw", False)):
        assert visitor.as_teacher().post(f"{PAGE}/{point}", {"do": deed}).status_code == 303
        answer = visitor.as_director().get(SHARED, hx=hx)
        assert (PLAN in answer.text) is is_told
        assert ("<html" in answer.text) is not hx


@pytest.mark.parametrize("role", [one for one in Role if one is not Role.TEACHER])
def test_on_no_page_and_in_no_file_of_anybody_else_stands_what_is_not_shared(
    visitor: Visitor, app: Flask, store: Store, point: int, role: Role
) -> None:
    """A page for page, and an export for export; what leaves by request goes to the person alone."""
    world, seen = doors.build(visitor), 0
    for door in every_door(app, world, lesson_of(role)):
        if not ROUTES[door.endpoint].is_for(role) or not door.endpoint.startswith(AREAS):
            continue
        if door.method == "POST" and not door.endpoint.startswith("reports."):
            continue
        come(visitor, role)
        ask = visitor.get if door.method == "GET" else visitor.post
        for data in ({}, {"format": "csv"}):
            body = ask(door.path, **({"data": data} if door.method == "POST" else {})).data
            assert PLAN.encode() not in body, door.path
        seen += 1
    assert seen or role is Role.ADMINISTRATOR
