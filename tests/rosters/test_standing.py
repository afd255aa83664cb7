"""What is known of a school."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.rosters.standing import read_standing
from tests.builders import a_group, a_pupil, a_school, a_teacher

if TYPE_CHECKING:
    from course.store.store import Store


def test_everybody_with_a_role_here_is_known_with_the_own_groups(store: Store) -> None:
    school = a_school(store)
    group = a_group(store, school)
    a_pupil(store, a_group(store, a_school(store)), "Elders")
    noor, teacher = a_pupil(store, group, "Noor"), a_teacher(store, group)
    with store.read() as conn:
        standing = read_standing(conn, school.id, group.school_year)
    assert {one.id: (one.is_pupil, one.groups) for one in standing.people} == {
        noor: (True, {group.id: "pupil"}),
        teacher.id: (False, {group.id: "teacher"}),
    }
    assert [(one.id, one.key) for one in standing.groups] == [(group.id, None)]
