"""Whatever a learner does, in whatever order, the store ends where a plain model of the rules ends."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from course.learning.lesson import playing
from course.learning.pages import Notice
from course.learning.tables import first_choices, group_progress, progress, runs
from course.scenario.walk import Path, choose, scene_at
from tests.learning.lesson.test_playing import rows
from tests.learning.world import NOW

if TYPE_CHECKING:
    from course.learning.pages import Play
    from course.library import Library
    from course.people.actor import Actor
    from course.scenario.model import Lesson
    from course.scenario.walk import Step
    from course.store.store import Store


@dataclass
class Model:
    """What ought to be stored, by the pure walk alone."""

    lesson: Lesson
    library: Library
    path: Path = ()
    step: int = 0
    run: int = 1
    endings: list[str] = field(default_factory=list)
    completed: bool = False
    first: dict[tuple[str, str], int] = field(default_factory=dict)

    def choose(self, choice: str) -> None:
        scene = scene_at(self.lesson, self.path)
        is_fresh = self.run == 1 and not self.endings
        if is_fresh and len(scene.choices) > 1 and scene.id not in {one for one, _ in self.first}:
            self.first[scene.id, choice] = 1
        self.path, self.step = choose(self.lesson, self.path, choice), self.step + 1
        scene = scene_at(self.lesson, self.path)
        if scene.is_ending:
            if scene.title not in self.endings:
                self.endings.append(scene.title)
            clean = not any(self.is_not_fine(step) for step in self.path)
            self.completed = self.completed or clean

    def is_not_fine(self, step: Step) -> bool:
        choice = self.lesson.scenes[step.scene].choice(step.choice)
        assert choice
        return any(self.library.judge("streng", act).verdict.hinders for act in choice.acts)

    def back(self, to: int) -> None:
        self.path, self.step = self.path[:to], self.step + 1

    def again(self) -> None:
        self.path, self.step, self.run = (), self.step + 1, self.run + 1

    def fits(self, page: Play) -> None:
        assert page.scene.id == scene_at(self.lesson, self.path).id
        assert [(one.scene_id, one.index) for one in page.trail] == [
            (step.scene, index) for index, step in enumerate(self.path)
        ]
        assert (page.step, page.run, page.completed) == (self.step, self.run, self.completed)
        assert list(page.endings_found) == self.endings


@pytest.mark.parametrize("seed", range(6))
def test_a_random_walk_ends_where_the_rules_say(
    store: Store, library: Library, pupil: Actor, seed: int
) -> None:
    dice, model = random.Random(seed), Model(library.lesson("foto"), library)
    given, now = (store, library, pupil, "foto"), NOW
    for _ in range(40):
        now += timedelta(seconds=dice.choice((1, 400)))
        page = playing.open_run(*given)
        model.fits(page)
        move = dice.choice(("choose", "choose", "choose", "choose", "back", "again", "stale", "twice"))
        if move in {"choose", "twice"} and page.choices:
            choice = dice.choice(page.choices).id
            model.choose(choice)
            answers = [playing.choose(*given, page.step, choice, now) for _ in range(1 + (move == "twice"))]
            assert answers.count(answers[0]) == len(answers)
        elif move == "back" and page.trail:
            to = dice.randrange(len(page.trail))
            model.back(to)
            playing.go_back(*given, page.step, to, now)
        elif move == "again" and page.step:
            model.again()
            playing.start_again(*given, page.step, now)
        elif move == "stale":
            stale = playing.choose(*given, page.step - 2, "gedeeld", now)
            assert stale.notice is Notice.STALE
    model.fits(playing.open_run(*given))
    counted = {(str(row["scene"]), str(row["choice"])): row["count"] for row in rows(store, first_choices)}
    assert counted == model.first
    (stored,) = rows(store, runs)
    assert (stored["completed_at"] is not None) is model.completed
    assert len(rows(store, progress)) == 1
    assert [row["begun"] for row in rows(store, group_progress)] == [1]
