"""Which articles of a protocol lessons and questions show, with their words, to the learners for whom they are meant. Pure.

What a file says that it teaches counts for nothing here: on a verdict card, or behind an answer, an article stands or not.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from course.norms.model import Audience
from course.quiz.draw import can_be_asked
from course.quiz.school import articles_behind
from course.scenario.settle import rules_asked, settle
from course.scenario.states import states_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from course.curriculum.model import Module
    from course.library.model import Library
    from course.norms.judgement import Judgement
    from course.norms.model import Article, Stance
    from course.quiz.model import Question
    from course.scenario.model import Lesson


@dataclass(slots=True)
class TaughtLesson:
    """A lesson of a module; walked once for all schools that answer alike what it asks of their rules."""

    lesson: Lesson
    module: Module
    _walked: dict[tuple[object, ...], frozenset[str]] = field(init=False, repr=False, default_factory=dict)

    @property
    def name(self) -> str:
        """As coverage lists it."""
        return self.lesson.id

    def shows(
        self, library: Library, protocol: str, audience: Audience, bands: Iterable[str]
    ) -> frozenset[str]:
        """Name the articles on the verdict cards of all that a learner of one of these bands can choose."""
        acts: set[str] = set()
        for band in bands:
            acts |= self._acts(lambda act: library.table.stance(protocol, act, audience), band)
        cards = (library.judge(protocol, act, audience) for act in acts)
        return _speaking_to(audience, (one for said in cards for one in said.shown_articles))

    def _acts(self, stance_of: Callable[[str], Stance], band: str) -> frozenset[str]:
        """Give the acts of all choices that can be come to, in the story and in later-cards."""
        read_by = band if self.lesson.by_band and band in self.lesson.bands else None
        answers = (read_by, *(one.holds(stance_of(one.act)) for one in rules_asked(self.lesson)))
        if answers not in self._walked:
            here = settle(self.lesson, stance_of, read_by)
            ways = states_of(here, here.start, *here.later).ways.values()
            self._walked[answers] = frozenset(act for way in ways for choice, _ in way for act in choice.acts)
        return self._walked[answers]


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question of a module's quiz."""

    quiz: str
    question: Question
    module: Module

    @property
    def name(self) -> str:
        """As coverage lists it."""
        return f"{self.quiz}#{self.question.id}"

    def shows(
        self, library: Library, protocol: str, audience: Audience, bands: Iterable[str]
    ) -> frozenset[str]:
        """Name the articles behind its answer at a school where it is asked; they are the same for all bands."""

        def judge_of(act: str) -> Judgement:
            return library.judge(protocol, act, audience)

        if not any(bands) or not can_be_asked(self.question, judge_of):
            return frozenset()
        said = library.norms.protocols[protocol]
        return _speaking_to(audience, articles_behind(self.question, said, audience, judge_of))


Part = TaughtLesson | AskedQuestion


def taught_in(library: Library) -> Iterator[TaughtLesson]:
    """Give every lesson of every module, in the order of the curriculum."""
    for module in library.curriculum.modules.values():
        for lesson_id in module.lessons:
            if lesson_id in library.lessons:
                yield TaughtLesson(library.lesson(lesson_id), module)


def asked_in(library: Library) -> Iterator[AskedQuestion]:
    """Give every question of every module, in the order of the curriculum."""
    for module in library.curriculum.modules.values():
        quiz = library.quizzes.get(module.quiz)
        for question in quiz.questions.values() if quiz else ():
            yield AskedQuestion(module.quiz, question, module)


def readers_of(module: Module) -> tuple[Audience, ...]:
    """Tell as whom people learn in a module: pupils, or all staff."""
    everybody = module.audience is Audience.TEACHER
    return (Audience.TEACHER, Audience.LEADER) if everybody else (module.audience,)


def _speaking_to(audience: Audience, articles: Iterable[Article]) -> frozenset[str]:
    return frozenset(one.id for one in articles if audience in one.audience)
