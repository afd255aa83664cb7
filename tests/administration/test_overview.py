"""An administrator sees groups, pupils and staff of the own schools, and no other's."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from course.administration.overview import kept_school, kept_schools
from course.enrolment.memberships import join, leave
from course.errors import NotFound
from course.people.roles import InGroup
from tests import builders
from tests.builders import NOW

if TYPE_CHECKING:
    from course.store.store import Store


def test_a_schools_administrator_sees_the_own_school(store: Store) -> None:
    board = builders.a_board(store)
    school, other = builders.a_school(store, board), builders.a_school(store, board)
    admin = builders.signed_in(store, builders.an_administrator(store, school))
    assert [one.school.id for one in kept_schools(store, admin)] == [school.id]
    with pytest.raises(NotFound):
        kept_school(store, admin, other.id)


def test_groups_tell_how_many_pupils_they_have_and_who_teaches_today(store: Store) -> None:
    school = builders.a_school(store)
    group, empty = builders.a_group(store, school, "7A"), builders.a_group(store, school, "8A")
    builders.a_group(store, school, "7A", school_year=2025)
    pupil, left = builders.a_pupil(store, group), builders.a_pupil(store, group)
    teacher, substitute = builders.a_teacher(store, group), builders.a_teacher(store, school=school)
    today = NOW.date()
    with store.write() as conn:
        leave(conn, group.id, [left], today)
        join(conn, empty.id, [substitute.id], InGroup.SUBSTITUTE, today, today + timedelta(days=1))
    admin = builders.signed_in(store, builders.an_administrator(store, school))
    (line,) = kept_schools(store, admin)
    assert (line.groups, line.pupils, line.staff, line.without_teacher) == (2, 2, 3, 0)
    page = kept_school(store, admin, school.id)
    assert [(one.name, one.pupils, len(one.teachers)) for one in page.groups] == [("7A", 1, 1), ("8A", 0, 1)]
    assert [one.id for one in page.without_group] == [left]
    assert {one.id for one in page.staff} == {teacher.id, substitute.id, admin.person_id}
    assert pupil not in {one.id for one in page.without_group}
