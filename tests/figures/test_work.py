"""What a group was given to do, who is how far, and what would help."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from course.classroom.assignments import assign
from course.errors import NotFound
from course.figures.counts import Share
from course.figures.work import Stage, work_page
from course.people.access import FEWEST
from tests.figures.scene import Term, term
from tests.learning.lesson.test_playing import Player
from tests.learning.world import NOW

if TYPE_CHECKING:
    from course.figures.work import ModuleWork
    from course.library import Library
    from tests.learning.world import World


def work(here: Term, library: Library, module: str = "kort") -> ModuleWork:
    page = work_page(here.world.store, library, here.teacher, here.group, NOW)
    return next(one for one in page.modules if one.module.id == module)


def test_every_pupil_stands_in_one_stage_by_name(world: World, library: Library) -> None:
    here = term(world, library, pupils=5)
    here.finish(0)
    Player(world.store, library, here.pupils[1], "kort").choose("stil")
    here.begin(2)
    here.get_stuck(3)
    assert work(here, library).stages == {
        Stage.STUCK: ("pupil 03",),
        Stage.NOT_BEGUN: ("pupil 04",),
        Stage.BUSY: ("pupil 02",),
        Stage.LESSON_DONE: ("pupil 01",),
        Stage.DONE: ("pupil 00",),
    }


def test_what_was_given_comes_first_and_is_open_until_everybody_is_done(
    world: World, library: Library
) -> None:
    here = term(world, library, pupils=1)
    day = NOW.date() + timedelta(days=7)
    assign(world.store, here.teacher, here.group, "kort", day, {"kort"}, NOW)
    first = work_page(world.store, library, here.teacher, here.group, NOW).modules[0]
    assert (first.module.id, first.due_on, first.is_open) == ("kort", day, True)
    here.finish(0)
    assert not work(here, library).is_open


@pytest.mark.parametrize(("pupils", "told"), [(FEWEST - 1, False), (FEWEST, True)])
def test_a_decision_that_most_turn_wrong_is_named_from_five_on(
    world: World, library: Library, pupils: int, *, told: bool
) -> None:
    here = term(world, library)
    for pupil in range(pupils):
        here.begin(pupil)
    hard = work(here, library).hard
    assert bool(hard) is told
    assert all(one.share is Share.MOST for one in hard)


def test_a_decision_that_most_turn_right_is_not_named(world: World, library: Library) -> None:
    here = term(world, library)
    for pupil in range(6):
        here.finish(pupil)
    assert work(here, library).hard == ()


def test_another_group_does_not_exist(world: World, library: Library) -> None:
    here = term(world, library)
    there = term(world, library, school="De Beuk")
    for actor in (there.teacher, here.director):
        with pytest.raises(NotFound):
            work_page(world.store, library, actor, here.group, NOW)
