from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.errors import NotFound
from course.people.access import group_in_sight, may_see_board, may_see_group, may_see_school, school_in_sight
from course.people.roles import REACH, Ability, Role
from tests.builders import a_director, a_group, a_school, a_teacher, an_officer, signed_in

if TYPE_CHECKING:
    from course.store.store import Store


def test_every_sight_says_whose_it_is() -> None:
    assert set(REACH) == set(Ability)
    assert {ability for ability, reach in REACH.items() if Role.PUPIL in reach} == {
        Ability.LEARN,
        Ability.READ_RULES,
    }


def test_only_teachers_and_coaches_see_pupils_by_name_and_only_teachers_open_their_door() -> None:
    assert set(REACH[Ability.GROUP_NAMES]) == {Role.TEACHER, Role.COACH}
    assert set(REACH[Ability.TEACH]) == {Role.TEACHER}


def test_each_role_sees_its_own_and_never_the_neighbours(store: Store) -> None:
    school = a_school(store)
    neighbour = a_school(store, school.board_id)
    elsewhere = a_school(store)
    group, next_door, far = a_group(store, school), a_group(store, school), a_group(store, neighbour)
    teacher = signed_in(store, a_teacher(store, group))
    director = signed_in(store, a_director(store, school))
    officer = signed_in(store, an_officer(store, school.board_id))

    assert [may_see_group(teacher, one, Ability.GROUP_NAMES) for one in (group, next_door, far)] == [
        True,
        False,
        False,
    ]
    assert [may_see_group(director, one) for one in (group, next_door, far)] == [True, True, False]
    assert not may_see_group(director, group, Ability.GROUP_NAMES)
    assert not may_see_group(officer, group)
    assert [may_see_school(director, one) for one in (school, neighbour)] == [True, False]
    assert [may_see_school(officer, one) for one in (school, neighbour, elsewhere)] == [True, True, False]
    assert not may_see_school(teacher, school)
    assert may_see_school(director, school, Ability.STAFF_NAMES)
    assert not may_see_school(officer, school, Ability.STAFF_NAMES)
    assert [may_see_board(one) for one in (teacher, director, officer)] == [False, False, True]


def test_a_neighbours_group_is_as_unknown_as_one_that_does_not_exist(store: Store) -> None:
    group, other = a_group(store), a_group(store)
    teacher = signed_in(store, a_teacher(store, group))
    with store.read() as conn:
        assert group_in_sight(conn, teacher, group.id) == group
        for group_id in (other.id, 987654):
            with pytest.raises(NotFound) as refused:
                group_in_sight(conn, teacher, group_id)
            assert (refused.value.kind, refused.value.name) == ("group", str(group_id))


def test_a_neighbours_school_is_as_unknown_as_one_that_does_not_exist(store: Store) -> None:
    school, other = a_school(store), a_school(store)
    director = signed_in(store, a_director(store, school))
    with store.read() as conn:
        assert school_in_sight(conn, director, school.id) == school
        for school_id in (other.id, 987654):
            with pytest.raises(NotFound):
                school_in_sight(conn, director, school_id)
