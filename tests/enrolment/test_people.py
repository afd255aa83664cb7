"""Who is added looks like nobody else there, and is in a group once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from course.enrolment.memberships import join, leave
from course.enrolment.people import add_pupils, rename_pupil
from course.errors import Clash, Invalid
from course.people.roles import InGroup
from course.people.tables import memberships, persons
from tests.builders import NOW, PICTURES_HASH, a_group, a_teacher
from tests.learning.world import at_once

if TYPE_CHECKING:
    from course.people.access import Group
    from course.store.store import Store

DAY = NOW.date()


def add(store: Store, group: Group, *names: str) -> tuple[int, ...]:
    with store.write() as conn:
        return add_pupils(conn, group, [(one, PICTURES_HASH) for one in names], NOW, "7")


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
        leave(conn, group.id, [sam], DAY)
    (other,) = add(store, group, "Sam")
    with pytest.raises(Clash), store.write() as conn:
        join(conn, group.id, [sam], InGroup.PUPIL, DAY)
    assert other != sam


def test_a_pupil_who_is_renamed_takes_nobodys_tile(store: Store) -> None:
    group = a_group(store)
    bo, sam = add(store, group, "Bo", "Sam")
    with pytest.raises(Clash), store.write() as conn:
        rename_pupil(conn, bo, "SAM")
    with store.write() as conn:
        rename_pupil(conn, bo, " Bo  B. ")
        assert conn.execute(select(persons.c.name).where(persons.c.id == bo)).scalar() == "Bo B."
        looks = select(memberships.c.look).where(memberships.c.person_id.in_([bo, sam])).order_by("look")
        assert conn.execute(looks).scalars().all() == ["bo b", "sam"]


def test_nobody_is_in_a_group_twice_in_one_role(store: Store) -> None:
    group = a_group(store)
    teacher = a_teacher(store, group).id
    with pytest.raises(Clash), store.write() as conn:
        join(conn, group.id, [teacher], InGroup.TEACHER, DAY)
    with store.write() as conn:
        join(conn, group.id, [teacher], InGroup.COACH, DAY)
        leave(conn, group.id, [teacher], DAY)
        join(conn, group.id, [teacher], InGroup.TEACHER, DAY)


@pytest.mark.parametrize("name", ["", " \u200b", "x" * 81])
def test_a_name_says_something_and_fits(store: Store, name: str) -> None:
    with pytest.raises(Invalid):
        add(store, a_group(store), name)
