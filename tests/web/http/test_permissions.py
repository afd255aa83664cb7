"""Who may see what: every method of every rule as every role, and then as the neighbours.

The URL map itself is walked: a new route is knocked on here the day that it is added, or `every_door` has no value for
one of its converters and fails.
"""

from __future__ import annotations

import pytest
from sqlalchemy import select

from course.people.actor import Role
from course.people.tables import persons
from tests import builders
from tests.web import doors
from tests.web.doors import Door, every_door, lesson_of
from tests.web.page import Page
from web.http.permissions import PERMISSIONS

ROLES = (None, *Role)
REACHED = {200, 204, 303, 304, 404, 409, 422}
NOT_FOUND_ANYWAY = {"learn.choose", "learn.answer_later", "learn.attempt", "learn.answer"}
"""Their forms name a choice or an attempt that is not there; the door stands open all the same."""


def come(visitor, role):
    match role:
        case Role.PUPIL:
            return visitor.as_pupil()
        case Role.TEACHER:
            return visitor.as_teacher()
        case Role.DIRECTOR:
            return visitor.as_director()
        case Role.OFFICER:
            return visitor.as_officer()
        case None:
            return visitor.leave()


LETTERS = {None: "n", Role.PUPIL: "p", Role.TEACHER: "t", Role.DIRECTOR: "d", Role.OFFICER: "o"}
TABLE = """
    static                   n p t d o
    lesson_picture           n p t d o
    quiz_picture             n p t d o
    language                 n p t d o
    health                   n p t d o
    sign_in.front            n p t d o
    sign_in.code             n p t d o
    sign_in.tiles            n p t d o
    sign_in.pictures         n p t d o
    sign_in.staff            n p t d o
    sign_in.out              - p t d o
    learn.home               - p t d -
    learn.lesson             - p t d -
    learn.choose             - p t d -
    learn.back               - p t d -
    learn.again              - p t d -
    learn.quiz               - p t d -
    learn.attempt            - p t d -
    learn.answer             - p t d -
    learn.later              - p t d -
    learn.answer_later       - p t d -
    rules.protocol           - p t d o
    rules.act                - - t d o
    teacher.groups           - - t - -
    teacher.group            - - t - -
    teacher.figures          - - t - -
    teacher.open_session     - - t - -
    teacher.extend_session   - - t - -
    teacher.close_session    - - t - -
    teacher.session          - - t - -
    teacher.pictures         - - t - -
    teacher.renew_pictures   - - t - -
    director.school          - - - d -
    director.group           - - - d -
    director.staff           - - - d -
    director.gaps            - - - d -
    goals.goal               - - t d -
    goals.goals              - - t d -
    goals.note               - - t d -
    goals.withdraw           - - t d -
    goals.restore            - - t d -
    board.schools            - - - - o
    board.gaps               - - - - o
    account.password         - - t d o
"""
"""Written out, so that who opens a door to others has to say so here too: nobody, pupil, teacher, director, officer."""
MAY_COME = {line.split()[0]: {*line.split()[1:]} - {"-"} for line in TABLE.strip().splitlines()}


def expected(door: Door, role: Role | None) -> set[int]:
    """What the table says of a knock."""
    if LETTERS[role] in MAY_COME[door.endpoint]:
        return REACHED if door.endpoint in NOT_FOUND_ANYWAY | {"sign_in.code"} else REACHED - {404}
    return {401} if role is None else {403}


@pytest.fixture
def world(visitor):
    return doors.build(visitor)


@pytest.mark.parametrize("role", ROLES, ids=str)
def test_every_door_opens_for_whom_the_permissions_name_and_for_nobody_else(visitor, app, world, role, hx):
    wrong = []
    for door in every_door(app, world, lesson_of(role)):
        come(visitor, role)  # again each time, for one of the doors signs out and one closes the lesson
        status = door.knock(visitor, hx=hx)
        if status not in expected(door, role):
            wrong.append((door.endpoint, door.method, status))
    assert wrong == []


def test_every_rule_is_walked_and_every_permission_is_used(app, world):
    walked = {door.endpoint for door in every_door(app, world)}
    assert walked == set(PERMISSIONS) == set(MAY_COME) == {rule.endpoint for rule in app.url_map.iter_rules()}


def test_a_new_route_without_an_address_here_is_noticed(app, world):
    app.url_map.add(
        type(next(app.url_map.iter_rules()))("/new/<unheard_of>", endpoint="rules.new", methods=["GET"])
    )
    with pytest.raises(KeyError, match="unheard_of"):
        list(every_door(app, world))


def test_the_walk_finds_a_door_that_was_left_open(visitor, app, world, monkeypatch):
    """The walk itself is tried: with a permission too wide, it would have failed."""
    monkeypatch.setitem(PERMISSIONS, "teacher.group", frozenset({Role.PUPIL, Role.TEACHER}))
    door = next(one for one in every_door(app, world) if one.endpoint == "teacher.group")
    assert door.knock(visitor.as_pupil()) not in expected(door, Role.PUPIL)


GROUP = ("teacher.group", "teacher.figures", "teacher.session", "teacher.open_session", "teacher.extend_session",
         "teacher.close_session", "teacher.pictures", "teacher.renew_pictures")  # fmt: skip


@pytest.mark.parametrize("neighbour", ["next_teacher", "their_teacher"])
def test_a_group_does_not_exist_for_other_teachers(visitor, town, app, world, hx, neighbour):
    visitor.as_staff(getattr(town, neighbour))
    mine = [door for door in every_door(app, world) if door.endpoint in GROUP]
    assert {door.endpoint: door.knock(visitor, hx=hx) for door in mine} == dict.fromkeys(GROUP, 404)


def test_every_door_with_a_group_is_tried_by_the_neighbours(app):
    with_group = {rule.endpoint for rule in app.url_map.iter_rules() if "group_id" in rule.arguments}
    assert with_group == {*GROUP, "director.group"}


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
        kept = conn.execute(select(persons.c.secret_hash).where(persons.c.role == Role.PUPIL)).scalars()
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
