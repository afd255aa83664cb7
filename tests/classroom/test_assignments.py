"""A teacher gives an own group a module by a day."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from course.classroom.assignments import assign, assigned_to, take_back
from course.errors import Invalid, NotFound
from course.people.roles import Role
from tests.learning.world import NOW, World

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from course.people.actor import Actor
    from course.store.store import Store

TODAY = NOW.date()
KNOWN = {"kort"}


def given(store: Store, group: int) -> Mapping[str, date]:
    with store.read() as conn:
        return assigned_to(conn, group)


@pytest.fixture
def here(store: Store) -> tuple[int, Actor]:
    world = World(store)
    school = world.school()
    group = world.group(school)
    return group, world.person(Role.TEACHER, school, group)


def test_a_module_is_given_moved_and_taken_back(store: Store, here: tuple[int, Actor]) -> None:
    group, teacher = here
    for day in (TODAY, TODAY + timedelta(days=7)):
        assign(store, teacher, group, "kort", day, KNOWN, NOW)
        assert given(store, group) == {"kort": day}
    for _ in range(2):
        take_back(store, teacher, group, "kort")
        assert given(store, group) == {}


@pytest.mark.parametrize("day", [None, TODAY - timedelta(days=1)])
def test_a_day_that_has_passed_or_is_none_is_not_taken(
    store: Store, here: tuple[int, Actor], day: date | None
) -> None:
    group, teacher = here
    with pytest.raises(Invalid):
        assign(store, teacher, group, "kort", day, KNOWN, NOW)
    assert given(store, group) == {}


def test_a_module_that_is_not_for_the_group_and_another_group_do_not_exist(
    store: Store, here: tuple[int, Actor]
) -> None:
    group, teacher = here
    with pytest.raises(NotFound):
        assign(store, teacher, group, "other", TODAY, KNOWN, NOW)
    world = World(store)
    there = world.group(world.school("De Beuk"), "8")
    with pytest.raises(NotFound):
        assign(store, teacher, there, "kort", TODAY, KNOWN, NOW)
    with pytest.raises(NotFound):
        take_back(store, teacher, there, "kort")
    assert given(store, there) == {}
