"""Core goals are trained by modules that most of a group of five or more completed, and by nothing else."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete, insert

from course.enrolment.tables import group_sizes
from course.errors import NotFound
from course.learning.tables import group_progress
from course.norms.model import Audience
from course.people.roles import Role
from course.teaching.aims import Aims, aims_of
from course.teaching.trained import trained
from tests.learning.world import World
from tests.rulebooks.rules import library

if TYPE_CHECKING:
    from course.people.actor import Actor
    from course.store.store import Store

TODAY = date(2026, 11, 20)
MODULE = "mag-deze-foto"


@pytest.fixture
def director(store: Store) -> Actor:
    """Of a school with one group."""
    world = World(store)
    school = world.school("De Eik", "kom-leren")
    world.group(school)
    return world.person(Role.DIRECTOR, school, protocol="kom-leren")


def found(store: Store, director: Actor, pupils: int, completed: int) -> Aims:
    """The school's one group has so many pupils, of whom some completed a module."""
    with store.write() as conn:
        conn.execute(delete(group_sizes))
        conn.execute(delete(group_progress))
        conn.execute(insert(group_sizes), {"group_id": 1, "year_group": "7", "pupils": pupils})
        done = {
            "group_id": 1,
            "module": MODULE,
            "year_group": "7",
            "begun": completed,
            "completed": completed,
        }
        conn.execute(insert(group_progress), done)
    return aims_of(store, library(), director, TODAY)


def test_what_the_module_shows_is_trained_and_all_else_is_not(store: Store, director: Actor) -> None:
    aims = found(store, director, 6, 4)
    expected = trained(library(), library().module(MODULE), "kom-leren", Audience.PUPIL).goals
    assert {one.item.ref for one in aims.trained} == {one.item.ref for one in expected}
    assert all(len(one.groups) == 1 for one in aims.trained)
    untouched = {one.ref for one in aims.untouched}
    assert untouched
    assert not untouched & {one.item.ref for one in aims.trained}
    assert not [one for one in untouched if one.startswith("slo:vo")], (
        "a school of groep 7 has no such pupils"
    )
    assert (aims.groups, aims.counted) == (1, 1)


@pytest.mark.parametrize(("pupils", "completed"), [(6, 3), (4, 4), (8, 0)])
def test_half_a_group_or_a_small_one_trains_nothing(
    store: Store, director: Actor, pupils: int, completed: int
) -> None:
    assert found(store, director, pupils, completed).trained == ()


def test_nobody_but_the_team_sees_it(store: Store) -> None:
    with pytest.raises(NotFound):
        aims_of(store, library(), World(store).person(Role.OFFICER, None), TODAY)
