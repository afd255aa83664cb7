from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from course.enrolment.memberships import end_role, join
from course.journal.journal import Origin
from course.people.posts import Choice, choices_of
from course.people.roles import InGroup, Role
from course.people.roster import add_role
from tests.builders import NOW, a_board, a_group, a_school, a_teacher

if TYPE_CHECKING:
    from course.store.store import Store

DAY = NOW.date()


def test_every_role_is_told_with_its_place_and_the_groups_of_this_year(store: Store) -> None:
    board = a_board(store, "De Veerkracht")
    eik, beuk = a_school(store, board, name="De Eik"), a_school(store, board, name="De Beuk")
    person = a_teacher(
        store, a_group(store, eik, "8A"), a_group(store, eik, "7B"), a_group(store, eik, "6", 2025)
    ).id
    with store.write() as conn:
        director = add_role(conn, person, Role.DIRECTOR, board, beuk.id, DAY, Origin(NOW))
        officer = add_role(conn, person, Role.OFFICER, board, None, DAY, Origin(NOW))
    found = choices_of(store, person, NOW)
    assert {(one.role, one.place, one.groups) for one in found} == {
        (Role.TEACHER, "De Eik", ("7B", "8A")),
        (Role.DIRECTOR, "De Beuk", ()),
        (Role.OFFICER, "De Veerkracht", ()),
    }
    with store.write() as conn:
        end_role(conn, officer, Origin(NOW))
        end_role(conn, director, Origin(NOW + timedelta(days=1)))
    assert {one.role for one in choices_of(store, person, NOW)} == {Role.TEACHER, Role.DIRECTOR}


def test_a_substitute_is_a_teacher_of_the_group(store: Store) -> None:
    school = a_school(store, name="De Eik")
    teacher, group = a_teacher(store, school=school).id, a_group(store, school, "7B")
    with store.write() as conn:
        join(conn, group.id, [teacher], InGroup.SUBSTITUTE, DAY)
    (only,) = choices_of(store, teacher, NOW)
    assert only == Choice(only.role_id, Role.TEACHER, "De Eik", ("7B",))
    (later,) = choices_of(store, teacher, datetime(2027, 8, 1, tzinfo=UTC))
    assert later.groups == ()
