from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from course.enrolment.people import Staff, add_staff
from course.errors import Clash
from course.journal.journal import Origin
from course.people import roster
from course.people.roles import Role
from course.people.tables import credentials
from tests.builders import ADDED, NOW, a_group, a_pupil, a_school, a_teacher

if TYPE_CHECKING:
    from course.store.store import Store

DAY = NOW.date()


def test_the_same_address_is_the_same_person_who_gets_a_role_more(store: Store) -> None:
    school, other = a_school(store), a_school(store)
    teacher = a_teacher(store, school=school)
    with store.write() as conn:
        assert roster.find_person(conn, teacher.email.upper()) == teacher.id
        roster.add_role(conn, teacher.id, Role.DIRECTOR, other.board_id, other.id, DAY, Origin(NOW))
    with pytest.raises(Clash), store.write() as conn:
        roster.add_role(conn, teacher.id, Role.DIRECTOR, other.board_id, other.id, DAY, Origin(NOW))
    staff = Staff(Role.TEACHER, "Jo", teacher.email, "", school.board_id, school.id)
    with pytest.raises(Clash), store.write() as conn:
        add_staff(conn, staff, ADDED)


def test_a_role_for_the_whole_board_is_given_once(store: Store) -> None:
    school = a_school(store)
    teacher = a_teacher(store, school=school).id
    for clashes in (False, True):
        try:
            with store.write() as conn:
                roster.add_role(conn, teacher, Role.OFFICER, school.board_id, None, DAY, Origin(NOW))
        except Clash:
            assert clashes
        else:
            assert not clashes


def test_a_key_of_another_system_finds_one_person(store: Store) -> None:
    pupil, other = a_pupil(store, group := a_group(store)), a_pupil(store, group)
    with store.write() as conn:
        roster.add_external_key(conn, pupil, "edexml:12AB00", "007")
        assert roster.find_by_external_key(conn, "edexml:12AB00", "007") == pupil
        assert roster.find_by_external_key(conn, "edexml:12AB00", "7") is None
        roster.add_external_key(conn, other, "edexml:34CD00", "007")
    with pytest.raises(Clash), store.write() as conn:
        roster.add_external_key(conn, other, "edexml:12AB00", "007")


def test_what_one_comes_in_with_is_a_row_of_its_own(store: Store) -> None:
    pupil, teacher = a_pupil(store, a_group(store)), a_teacher(store).id
    with store.read() as conn:
        kinds = select(credentials.c.person_id, credentials.c.kind).order_by(credentials.c.person_id)
        assert [tuple(row) for row in conn.execute(kinds)] == [(pupil, "pictures"), (teacher, "password")]
