from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from course.errors import Clash, Invalid
from course.people import roster
from course.people.roles import InGroup, Role
from course.people.tables import credentials, memberships, persons
from tests.builders import ADDED, NOW, PICTURES_HASH, a_group, a_pupil, a_school, a_teacher
from tests.learning.world import at_once

if TYPE_CHECKING:
    from course.people.access import Group
    from course.store.store import Store

DAY = NOW.date()


def add(store: Store, group: Group, *names: str) -> tuple[int, ...]:
    with store.write() as conn:
        return roster.add_pupils(conn, group, [(one, PICTURES_HASH) for one in names], NOW, "7")


@pytest.mark.parametrize(
    ("there", "new"), [("Zoë", "Zoe\u0308"), ("Sam", "Sam "), ("Sam", "sam"), ("Sam 2", "Sam\u200b 2")]
)
def test_no_two_tiles_of_a_group_look_alike(store: Store, there: str, new: str) -> None:
    group = a_group(store)
    add(store, group, there)
    with pytest.raises(Clash):
        add(store, group, new)
    assert add(store, a_group(store), new), "in another group they may"


def test_two_that_are_added_at_once_do_not_look_alike_either(store: Store) -> None:
    group = a_group(store)
    done = at_once(*(lambda: add(store, group, "Sam") for _ in range(4)))
    assert sorted(type(one).__name__ for one in done) == ["Clash", "Clash", "Clash", "tuple"]


def test_a_tile_is_free_again_when_its_child_has_left(store: Store) -> None:
    group = a_group(store)
    (sam,) = add(store, group, "Sam")
    with store.write() as conn:
        roster.leave(conn, group.id, [sam], DAY)
    (other,) = add(store, group, "Sam")
    with pytest.raises(Clash), store.write() as conn:
        roster.join(conn, group.id, [sam], InGroup.PUPIL, DAY, {sam: "Sam"})
    assert other != sam


def test_a_pupil_who_is_renamed_takes_nobodys_tile(store: Store) -> None:
    group = a_group(store)
    bo, sam = add(store, group, "Bo", "Sam")
    with pytest.raises(Clash), store.write() as conn:
        roster.rename_pupil(conn, bo, "SAM")
    with store.write() as conn:
        roster.rename_pupil(conn, bo, " Bo  B. ")
        assert conn.execute(select(persons.c.name).where(persons.c.id == bo)).scalar() == "Bo B."
        looks = select(memberships.c.look).where(memberships.c.person_id.in_([bo, sam])).order_by("look")
        assert conn.execute(looks).scalars().all() == ["bo b", "sam"]


def test_nobody_is_in_a_group_twice_in_one_role(store: Store) -> None:
    group = a_group(store)
    teacher = a_teacher(store, group).id
    with pytest.raises(Clash), store.write() as conn:
        roster.join(conn, group.id, [teacher], InGroup.TEACHER, DAY)
    with store.write() as conn:
        roster.join(conn, group.id, [teacher], InGroup.COACH, DAY)
        roster.leave(conn, group.id, [teacher], DAY)
        roster.join(conn, group.id, [teacher], InGroup.TEACHER, DAY)


def test_the_same_address_is_the_same_person_who_gets_a_role_more(store: Store) -> None:
    school, other = a_school(store), a_school(store)
    teacher = a_teacher(store, school=school)
    with store.write() as conn:
        assert roster.find_person(conn, teacher.email.upper()) == teacher.id
        roster.add_role(conn, teacher.id, Role.DIRECTOR, other.board_id, other.id, DAY)
    with pytest.raises(Clash), store.write() as conn:
        roster.add_role(conn, teacher.id, Role.DIRECTOR, other.board_id, other.id, DAY)
    staff = roster.Staff(Role.TEACHER, "Jo", teacher.email, "", school.board_id, school.id)
    with pytest.raises(Clash), store.write() as conn:
        roster.add_staff(conn, staff, ADDED)


def test_a_role_for_the_whole_board_is_given_once(store: Store) -> None:
    school = a_school(store)
    teacher = a_teacher(store, school=school).id
    for clashes in (False, True):
        try:
            with store.write() as conn:
                roster.add_role(conn, teacher, Role.OFFICER, school.board_id, None, DAY)
        except Clash:
            assert clashes
        else:
            assert not clashes


@pytest.mark.parametrize("name", ["", " \u200b", "x" * 81])
def test_a_name_says_something_and_fits(store: Store, name: str) -> None:
    with pytest.raises(Invalid):
        add(store, a_group(store), name)


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
