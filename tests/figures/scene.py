"""A school in the middle of a term, for the tests of reports."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.learning.pages import STUCK_AFTER
from course.people.roles import Role
from tests.learning.lesson.test_playing import Player
from tests.learning.quiz.test_answering import Sitting

if TYPE_CHECKING:
    from course.library import Library
    from course.people.actor import Actor
    from tests.learning.world import World


@dataclass
class Term:
    """One school with a teacher, a director and pupils who did the module "kort" to some extent."""

    world: World
    library: Library
    school: int
    group: int
    teacher: Actor
    director: Actor
    pupils: list[Actor]

    def begin(self, pupil: int) -> None:
        """Let a pupil make the wrong choice first."""
        self._player(pupil).choose("opname")

    def get_stuck(self, pupil: int) -> None:
        """Let a pupil end badly, and fail the quiz until somebody had better sit down beside it."""
        self._player(pupil).choose("opname")
        sitting = Sitting(self.world.store, self.library, self.pupils[pupil], "kort")
        for attempt in range(STUCK_AFTER):
            if attempt:
                sitting.retake()
            sitting.answer("b")

    def finish(self, pupil: int) -> None:
        """Let a pupil complete the module."""
        self._player(pupil).choose("stil")
        Sitting(self.world.store, self.library, self.pupils[pupil], "kort").answer("a")

    def _player(self, pupil: int) -> Player:
        return Player(self.world.store, self.library, self.pupils[pupil], "kort")


def term(
    world: World, library: Library, pupils: int = 8, school: str = "De Eik", protocol: str = "streng"
) -> Term:
    """A school with one group; pupils are named by number so that order can be told."""
    here = world.school(school, protocol)
    group = world.group(here)
    return Term(
        world,
        library,
        here,
        group,
        world.person(Role.TEACHER, here, group, name="Jo", protocol=protocol),
        world.person(Role.DIRECTOR, here, name="An", protocol=protocol),
        [
            world.person(Role.PUPIL, here, group, name=f"pupil {n:02}", protocol=protocol)
            for n in range(pupils)
        ],
    )
