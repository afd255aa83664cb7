"""A teacher sees the own groups by name, and nobody else's at all."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from course.errors import NotFound
from course.figures.counts import Count, Share
from course.figures.groups import group_figures, group_page, my_groups
from course.learning.pages import State
from course.people.roles import Role
from tests.figures.scene import term
from tests.learning.lesson.test_playing import Player
from tests.learning.quiz.test_answering import Sitting
from tests.learning.world import NOW

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from course.figures.pages import Decision
    from course.library import Library
    from course.store.store import Store
    from tests.figures.scene import Term
    from tests.learning.world import World

    Statements = Callable[[], AbstractContextManager[list[str]]]


def test_a_group_shows_by_name_who_is_where(store: Store, library: Library, world: World) -> None:
    here = term(world, library, 5)
    here.begin(1)
    here.get_stuck(2)
    here.finish(3)
    page = group_page(store, library, here.teacher, here.group, NOW)
    assert [one.id for one in page.modules] == ["foto", "kort"]
    assert [row.name for row in page.pupils] == [f"pupil {n:02}" for n in range(5)]
    assert [row.cells[1].state for row in page.pupils] == [
        State.NOT_BEGUN,
        State.BUSY,
        State.STUCK,
        State.DONE,
        State.NOT_BEGUN,
    ]
    assert [row.cells[1].best for row in page.pupils] == [None, None, 0, 100, None]
    assert page.pupils[0].touched_at is None
    assert page.pupils[1].touched_at == NOW + timedelta(seconds=10)


def test_names_stand_in_the_order_in_which_people_look_for_them(
    store: Store, library: Library, world: World
) -> None:
    school = world.school()
    group = world.group(school)
    teacher = world.person(Role.TEACHER, school, group)
    for name in ("bram", "Zoë", "Aya"):
        world.person(Role.PUPIL, school, group, name=name)
    page = group_page(store, library, teacher, group, NOW)
    assert [row.name for row in page.pupils] == ["Aya", "bram", "Zoë"]


@pytest.mark.parametrize("of", ["neighbour", "other school", "director", "pupil"])
def test_a_group_exists_only_for_its_own_teacher(
    store: Store, library: Library, world: World, of: str
) -> None:
    here, there = term(world, library, 1), term(world, library, 1, "De Beuk")
    neighbour = world.person(Role.TEACHER, here.school, world.group(here.school, "8A"))
    stranger = {
        "neighbour": neighbour,
        "other school": there.teacher,
        "director": here.director,
        "pupil": here.pupils[0],
    }[of]
    for look in (
        lambda: group_page(store, library, stranger, here.group, NOW),
        lambda: group_figures(store, library, stranger, here.group),
        lambda: group_page(store, library, stranger, 999, NOW),
    ):
        with pytest.raises(NotFound):
            look()
    assert here.group not in {card.group.id for card in my_groups(store, library, stranger, NOW)}


def first(store: Store, library: Library, here: Term) -> Decision:
    """What the group chose first in the short lesson."""
    decisions = group_figures(store, library, here.teacher, here.group)
    return next(one for one in decisions if one.lesson.id == "kort")


def test_first_choices_are_told_in_words_once_five_have_decided(
    store: Store, library: Library, world: World
) -> None:
    here = term(world, library, 6)
    for pupil in range(4):
        here.finish(pupil)
    assert [one.share for one in first(store, library, here).figures] == [None, None]
    here.begin(4)
    decision = first(store, library, here)
    assert [(one.choice.id, one.verdict, one.share) for one in decision.figures] == [
        ("opname", "not", Share.FEW),
        ("stil", "may", Share.MOST),
    ]
    here.begin(5)
    assert first(store, library, here) == decision


@pytest.mark.parametrize("harmful", [3, 4, 6])
def test_a_majority_that_is_not_fine_looks_like_too_few(
    store: Store, library: Library, world: World, harmful: int
) -> None:
    here = term(world, library, 6)
    nobody = first(store, library, here)
    for pupil in range(6):
        here.begin(pupil) if pupil < harmful else here.finish(pupil)
    assert first(store, library, here) == nobody


def test_what_is_not_fine_depends_on_the_school(store: Store, library: Library, world: World) -> None:
    here = term(world, library, 6, protocol="mild")
    for pupil in range(6):
        here.begin(pupil)
    assert [one.share for one in first(store, library, here).figures] == [Share.MOST, Share.FEW]


def test_only_scenes_with_something_to_decide_are_decisions(
    store: Store, library: Library, world: World
) -> None:
    here = term(world, library, 1)
    scenes = [
        (one.lesson.id, one.scene.id) for one in group_figures(store, library, here.teacher, here.group)
    ]
    assert scenes == [("foto", "begin"), ("foto", "gedeeld"), ("geluid", "start"), ("kort", "start")]


def test_my_groups_show_who_needs_help_and_which_door_is_open(
    store: Store, library: Library, world: World
) -> None:
    here = term(world, library, 6)
    other = world.group(here.school, "6A")
    teacher = world.person(Role.TEACHER, here.school, other, here.group)
    here.get_stuck(0)
    here.finish(1)
    world.session(here.group, teacher, "AAAAAA", closed_at=NOW)
    world.session(here.group, teacher, "BBBBBB", expires_at=NOW - timedelta(seconds=1))
    world.session(here.group, teacher, "CCCCCC")
    first, second = my_groups(store, library, teacher, NOW)
    assert (first.group.name, first.pupils, first.session, first.stuck) == ("6A", 0, None, 0)
    assert (second.group.name, second.pupils, second.stuck) == ("7B", 6, 1)
    assert second.session is not None
    assert second.session.code == "CCCCCC"
    (kort,) = [one for one in second.modules if one.module.id == "kort"]
    assert (kort.learners, kort.begun, kort.completed, kort.percent) == (6, Count(2), Count(1), 16)


def test_of_a_small_own_group_a_teacher_gets_the_number_for_its_names_stand_beside_it(
    store: Store, library: Library, world: World
) -> None:
    here = term(world, library, 2)
    here.finish(0)
    (card,) = my_groups(store, library, here.teacher, NOW)
    assert [(one.learners, one.completed) for one in card.modules] == [(2, Count(0)), (2, Count(1))]


def test_a_teacher_without_groups_has_none(store: Store, library: Library, world: World) -> None:
    assert my_groups(store, library, world.person(Role.TEACHER, world.school()), NOW) == ()


def test_no_page_asks_more_of_the_store_as_a_group_grows(
    store: Store, library: Library, world: World, statements: Statements
) -> None:
    here = term(world, library, 1)
    costs = []
    for round_ in range(2):
        with statements() as seen:
            my_groups(store, library, here.teacher, NOW)
            group_page(store, library, here.teacher, here.group, NOW)
        costs.append(len(seen))
        if not round_:
            for _ in range(6):
                pupil = world.person(Role.PUPIL, here.school, here.group)
                Player(store, library, pupil, "foto").choose("gedeeld", "ruzie")
                Sitting(store, library, pupil, "foto").answer("a")
    assert costs == [3 + 3, 3 + 3]
