"""Who may see what: every method of every rule as every role, and then as the neighbours.

The URL map itself is walked: a new route is knocked on here the day that it is added, or `every_door` has no value for
one of its converters and fails.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from course.people.roles import Ability, Role
from course.people.tables import credentials
from tests import builders
from tests.web import doors
from tests.web.account.doors import FRESH
from tests.web.doors import ROLES, ROUTES, Door, every_door, lesson_of
from tests.web.page import Page
from web.http.doors import SIGNED_IN, door_at, refuse_routes_without_door
from web.http.doors import door as declare

REACHED = {200, 204, 303, 304, 404, 409, 422}
NOT_FOUND_ANYWAY = {
    "learn.choose",
    "learn.answer_later",
    "learn.attempt",
    "learn.answer",
    "learn.certificate",
    "learn.badge",
    "learn.take_up",
    "visitor.issuer",
    "visitor.issuer_keys",
    "visitor.issuer_key",
    "learn.change_point",
    "protocols.adopt_advice",
    "admin.add_school",
    "admin.invite",
    "admin.take_second_step_off",
    "admin.set_board_retention",
    "admin.unlink",
    "admin.settings",
    "admin.invite_by_mail",
    "admin.test_mail",
    "admin.sign_on",
    "admin.records",
    "admin.keep_record_store",
    "admin.provider",
    "admin.add_provider",
    "admin.change_provider",
    "admin.remove_provider",
    "account.link_sign_on",
    "sign_in.sign_on",
}
"""Their forms name a choice, an attempt or an advice that is not there; no module was completed, no badge signed and nothing
missed. The door stands open all the same. A school is added by who keeps the whole board, and so are settings kept; a link
is made, and a second step taken off, for staff alone."""


def come(visitor, role):
    return visitor.leave() if role is None else getattr(visitor, f"as_{role}")()


def expected(door: Door, role: Role | None) -> set[int]:
    """What the table says of a knock."""
    if ROUTES[door.endpoint].is_for(role):
        return REACHED if door.endpoint in NOT_FOUND_ANYWAY | {"sign_in.code"} else REACHED - {404}
    return {401} if role is None else {403}


@pytest.fixture
def world(visitor):
    return doors.build(visitor)


@pytest.mark.parametrize("role", ROLES, ids=str)
def test_every_door_opens_for_whom_the_table_names_and_for_nobody_else(visitor, app, world, role, hx):
    wrong = []
    for door in every_door(app, world, lesson_of(role)):
        come(visitor, role)  # again each time, for one of the doors signs out and one closes the lesson
        status = door.knock(visitor, hx=hx)
        if status not in expected(door, role):
            wrong.append((door.endpoint, door.method, status))
    assert wrong == []


def test_every_rule_is_walked_and_every_line_of_the_table_is_used(app, world):
    walked = {door.endpoint for door in every_door(app, world)}
    assert walked == set(ROUTES) == {rule.endpoint for rule in app.url_map.iter_rules()}


def test_every_route_takes_the_methods_of_the_table(app):
    taken = {}
    for rule in app.url_map.iter_rules():
        taken[rule.endpoint] = taken.get(rule.endpoint, set()) | rule.methods - {"HEAD", "OPTIONS"}
    assert taken == {name: route.methods for name, route in ROUTES.items()}


def test_what_asks_who_it_is_once_more_is_what_the_table_says(app):
    assert {name for name in ROUTES if door_at(app, name).fresh} == FRESH


def test_every_form_with_an_address_of_its_own_names_the_page_of_the_table(app):
    assert {name: door_at(app, name).page for name in ROUTES} == {
        name: route.page for name, route in ROUTES.items()
    }


def test_the_program_does_not_start_with_a_route_that_names_nobody(app):
    app.add_url_rule("/new", "new", lambda: "")
    with pytest.raises(RuntimeError, match=r"no door is declared for new"):
        refuse_routes_without_door(app)


def test_the_program_does_not_start_with_a_form_that_has_no_page(app):
    app.add_url_rule("/new", "new", declare(SIGNED_IN)(lambda: ""), methods=["POST"])
    with pytest.raises(RuntimeError, match=r"no page is declared for the forms of new"):
        refuse_routes_without_door(app)


def test_the_program_does_not_start_with_a_form_on_a_page_that_is_not_there(app):
    app.add_url_rule("/new", "new", declare(SIGNED_IN, page="gone")(lambda: ""), methods=["GET", "POST"])
    with pytest.raises(RuntimeError, match=r"new \(gone\)"):
        refuse_routes_without_door(app)


def test_a_route_without_a_door_is_closed_to_who_is_in_too(visitor, app):
    app.add_url_rule("/new", "new", lambda: "open")
    assert visitor.get("/new").status_code == 401
    assert visitor.as_director().get("/new").status_code == 403


def test_a_new_route_without_an_address_here_is_noticed(app, world):
    app.url_map.add(
        type(next(app.url_map.iter_rules()))("/new/<unheard_of>", endpoint="rules.new", methods=["GET"])
    )
    with pytest.raises(KeyError, match="unheard_of"):
        list(every_door(app, world))


def test_the_walk_finds_a_door_that_was_left_open(visitor, app, world, monkeypatch):
    """The walk itself is tried: with a door too wide, it would have failed."""
    view = app.view_functions["teacher.group"]
    monkeypatch.setattr(view, "door", replace(view.door, whom=Ability.LEARN))
    door = next(one for one in every_door(app, world) if one.endpoint == "teacher.group")
    assert door.knock(visitor.as_pupil()) not in expected(door, Role.PUPIL)


GROUP = ("teacher.group", "teacher.figures", "teacher.session", "teacher.board", "teacher.open_session",
         "teacher.extend_session", "teacher.close_session", "teacher.let_try_again", "teacher.pictures",
         "teacher.login_cards", "teacher.answer_knock", "teacher.qr_cards", "teacher.change_qr_cards", "teacher.qr_sheet",
         "teacher.renew_pictures", "reports.group", "reports.take_group",
         "teacher.work", "teacher.give_work", "teacher.remind_of_work")  # fmt: skip


@pytest.mark.parametrize("neighbour", ["next_teacher", "their_teacher"])
def test_a_group_does_not_exist_for_other_teachers(visitor, town, app, world, hx, neighbour):
    visitor.as_staff(getattr(town, neighbour))
    mine = [door for door in every_door(app, world) if door.endpoint in GROUP]
    assert {door.endpoint: door.knock(visitor, hx=hx) for door in mine} == dict.fromkeys(GROUP, 404)


def test_every_door_with_a_group_is_tried_by_the_neighbours(app):
    with_group = {rule.endpoint for rule in app.url_map.iter_rules() if "group_id" in rule.arguments}
    kept = {name for name in with_group if name.startswith("admin.")}
    assert with_group - kept == {*GROUP, "director.group"}, "tests/web/admin/test_groups.py tries the others"


def test_a_group_does_not_exist_for_another_schools_director(visitor, town, hx):
    path = f"/director/groups/{town.our_group.id}"
    assert visitor.as_director().get(path, hx=hx).status_code == 200
    assert visitor.as_staff(town.their_director).get(path, hx=hx).status_code == 404


@pytest.mark.parametrize("number", [0, 999_999, 2**31 - 1])
def test_a_group_that_is_not_there_and_one_that_is_not_ours_look_the_same(visitor, town, number):
    visitor.as_teacher()
    missing, theirs = (visitor.get(f"/teacher/groups/{group}") for group in (number, town.their_group.id))
    assert missing.status_code == theirs.status_code == 404
    assert Page(missing.text).words == Page(theirs.text).words


def test_a_teacher_renews_pictures_of_the_own_pupils_only(visitor, town, world, store):
    path = f"/teacher/groups/{town.our_group.id}/pictures"
    visitor.as_teacher()
    for pupil in (town.next_pupil, town.their_pupil, town.director.id, 999_999):
        assert visitor.post(path, {"pupil": pupil}).status_code in {404, 422}, pupil
    with store.read() as conn:
        kept = conn.execute(
            select(credentials.c.secret_hash).where(credentials.c.kind == "pictures")
        ).scalars()
        assert set(kept) == {builders.PICTURES_HASH}


@pytest.mark.parametrize("neighbour", ["their_teacher", "their_director", "next_teacher"])
def test_evidence_of_others_does_not_exist(visitor, town, world, hx, neighbour):
    visitor.as_staff(getattr(town, neighbour))
    for path in (f"{world.evidence}/withdraw", f"{world.withdrawn}/restore", f"{'9' * 20}/restore"):
        assert visitor.post(f"/goals/evidence/{path}", hx=hx).status_code in {404, 405}, path


def test_nobody_notes_evidence_for_a_group_of_others(visitor, town, world, hx):
    data = {"happened_on": "2026-11-19", "words": "Klaar."}
    for group in (town.their_group.id, 999_999, "9" * 40, "-1"):
        visitor.as_teacher()
        status = visitor.post(f"/goals/{doors.GOAL}/evidence", {**data, "group_id": group}, hx=hx).status_code
        assert status in {404, 422}, group


@pytest.mark.parametrize("who", ["pupil", "classmate"])
def test_a_pupils_way_is_the_pupils_own(visitor, town, who):
    visitor.as_pupil().walk("mag-deze-foto", "in-de-bus")
    trail = visitor.as_pupil(getattr(town, who)).page("/learn/lessons/mag-deze-foto").has_form("/back")
    assert trail is (who == "pupil")


def test_a_director_sees_no_pupil_by_name(visitor, town, world):
    visitor.as_director()
    for path in ("/director/", f"/director/groups/{town.our_group.id}", "/director/staff", "/goals/"):
        words = visitor.page(path).words.split()
        assert not {"Aya", "Bram", "Cato"} & set(words), path


def test_an_officer_sees_nobody_by_name(visitor, town, world):
    words = visitor.as_officer().page("/board/").words
    names = {"Aya", "Bram", "Cato", "Daan", town.teacher.email.split("@")[0]}
    assert not names & set(words.split())
