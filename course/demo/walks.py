"""Learners who really walk: through `course.learning`, in a store of their own, by a few plans.

A board of ten thousand pupils needs no more of them than one of a hundred: `course.demo.copies` takes what
they left.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from course.learning.later import cards as later
from course.learning.lesson import playing
from course.learning.lesson.script import judge_for, script_for
from course.learning.pages import STUCK_AFTER, QuestionPage
from course.learning.quiz import answering as quizzing
from course.norms.model import Verdict
from course.quiz.model import QuestionKind
from course.scenario.states import State, asked_from
from course.scenario.walk import Step, memory_of, scene_at

if TYPE_CHECKING:
    import random

    from course.curriculum.model import Module
    from course.learning.lesson.script import Script
    from course.learning.pages import Play
    from course.library import Library
    from course.people.actor import Actor
    from course.quiz.kinds.answers import Answer
    from course.store.store import Store

LONGEST = 60
"""Choices after which a wanderer who found no ending stops."""


class Plan(StrEnum):
    """How far somebody gets with a module."""

    LATER = "later"
    """Done long ago, and the first later-card answered."""
    DONE = "done"
    QUIZ = "quiz"
    """The lesson is done, the quiz not yet passed."""
    LESSON = "lesson"
    """In the middle of the lesson."""
    STUCK = "stuck"


@dataclass(slots=True)
class Walker:
    """One learner with a clock that runs on with every act."""

    store: Store
    library: Library
    actor: Actor
    chance: random.Random
    now: datetime
    began: datetime = field(init=False)

    def __post_init__(self) -> None:
        """Remember when it began: later-cards count from there."""
        self.began = self.now

    def follow(self, plan: Plan, module: Module) -> None:
        """Do what a plan says in a module."""
        match plan:
            case Plan.LESSON:
                self._wander(module.lessons[0], self.chance.randint(1, 2))
            case Plan.STUCK:
                self._reach_bad_ending(module.lessons[0])
                for _ in range(STUCK_AFTER):
                    self._attempt(module.quiz, chance_right=0)
            case Plan.QUIZ:
                self._complete(module)
                self._attempt(module.quiz, chance_right=0.4, most=self.chance.choice((3, 5, 99)))
            case Plan.DONE | Plan.LATER:
                self._complete(module)
                self._pass(module.quiz)
                if plan is Plan.LATER:
                    self._answer_cards()

    def _complete(self, module: Module) -> None:
        for lesson_id in module.lessons:
            if self.chance.random() < 0.4:  # noqa: PLR2004 - many children try the exciting option first
                self._reach_bad_ending(lesson_id)
            self._reach_good_ending(lesson_id)

    def _reach_bad_ending(self, lesson_id: str) -> None:
        """Wander, with a taste for what isn't fine until something of it was done, and on to where the story ends."""
        play = self._from_start(lesson_id)
        script = script_for(self.library, self.actor, lesson_id)
        is_clean = True
        for _ in range(LONGEST):
            if play.ending:
                return
            ids = [choice.id for choice in play.choices]
            tempting = [one for one in ids if is_clean and Step(play.scene.id, one) in script.hindering]
            chosen = self.chance.choice(tempting or ids)
            is_clean = is_clean and Step(play.scene.id, chosen) not in script.hindering
            play = self._choose(play, chosen)

    def _reach_good_ending(self, lesson_id: str) -> None:
        play = self._from_start(lesson_id)
        for step in _clean_way(script_for(self.library, self.actor, lesson_id), self.chance):
            play = self._choose(play, step.choice)

    def _wander(self, lesson_id: str, choices: int) -> None:
        play = self._from_start(lesson_id)
        for _ in range(choices):
            if play.ending:
                return
            play = self._choose(play, self.chance.choice(play.choices).id)

    def _from_start(self, lesson_id: str) -> Play:
        play = playing.open_run(self.store, self.library, self.actor, lesson_id)
        if not play.trail:
            return play
        now = self._tick()
        return playing.start_again(self.store, self.library, self.actor, lesson_id, play.step, now)

    def _choose(self, play: Play, choice_id: str) -> Play:
        now, lesson = self._tick(), play.lesson.id
        return playing.choose(self.store, self.library, self.actor, lesson, play.step, choice_id, now)

    def _pass(self, quiz_id: str) -> None:
        """Try until it is passed; the third time with every answer right."""
        for chance_right in (0.85, 0.95, 1):
            if self._attempt(quiz_id, chance_right):
                return

    def _attempt(self, quiz_id: str, chance_right: float, most: int = 99) -> bool:
        """Answer at most so many questions of a new attempt; tells whether it was passed."""
        page = quizzing.open_attempt(self.store, self.library, self.actor, quiz_id, self._tick())
        if not isinstance(page, QuestionPage):
            after, now = page.attempt, self._tick()
            page = quizzing.new_attempt(self.store, self.library, self.actor, quiz_id, after, now)
        while isinstance(page, QuestionPage) and most > 0:
            given = self._answer(page, right=self.chance.random() < chance_right)
            now, asked = self._tick(), quizzing.Asked(page.attempt, page.place)
            quizzing.answer(self.store, self.library, self.actor, quiz_id, asked, given, now)
            page = quizzing.open_attempt(self.store, self.library, self.actor, quiz_id, now)
            most -= 1
        return not isinstance(page, QuestionPage) and page.passed

    def _answer(self, page: QuestionPage, *, right: bool) -> Answer:
        """Give the right answer (the verdict, where asking first is right too), or a wrong one that can be taken."""
        judge, question = judge_for(self.library, self.actor), page.question
        keys = [option.key for option in question.options]
        good = [option.key for option in question.options if option.right]
        match question.kind:
            case QuestionKind.JUDGE:
                verdict = judge(question.act or "").verdict
                return verdict if right else _another(verdict)
            case QuestionKind.ORDER:
                return keys if right else keys[::-1]
            case QuestionKind.SORT:
                piles = {one.key: judge(one.act or "").verdict for one in page.options}
                return piles if right else {key: _another(pile) for key, pile in piles.items()}
            case QuestionKind.SINGLE | QuestionKind.MULTIPLE | QuestionKind.SPOT:
                bad = [key for key in keys if key not in good]
                return good if right else [self.chance.choice(bad or good)]
            case QuestionKind.MATCH:
                partners = [one.partner.key for one in question.options if one.partner]
                return dict(zip(keys, partners if right else partners[1:] + partners[:1], strict=True))
            case QuestionKind.WRITE:
                return dict.fromkeys(self.chance.sample(keys, len(keys) - 1), "x")

    def _answer_cards(self) -> None:
        """Come back after the first return, and answer what waits."""
        self.now = self.began + timedelta(days=later.RETURNS[0], hours=1)
        for card in later.due(self.store, self.library, self.actor, self.now):
            choice, now = self.chance.choice(card.scene.choices), self._tick()
            asked = later.Card(card.lesson.id, card.scene.id, card.days)
            later.answer_card(self.store, self.library, self.actor, asked, choice.id, now)

    def _tick(self) -> datetime:
        self.now += timedelta(seconds=self.chance.randint(15, 60))
        return self.now


def _another(verdict: Verdict) -> Verdict:
    return Verdict.NOT if verdict.permits else Verdict.MAY


def _clean_way(script: Script, chance: random.Random) -> list[Step]:
    """Find a way from the start to an ending without an act that hinders; an audited lesson has one."""
    ways: list[tuple[Step, ...]] = [()]
    seen = set()
    asked = asked_from(script.lesson)
    for way in ways:
        scene = scene_at(script.lesson, way)
        if scene.is_ending:
            return list(way)
        state = State(scene.id, memory_of(way) & asked[scene.id])
        if state in seen:
            continue
        seen.add(state)
        choices = script.standing(scene.id, way).choices
        for choice in chance.sample(choices, len(choices)):
            step = Step(scene.id, choice.id)
            if step not in script.hindering:
                ways.append((*way, step))
    return []
