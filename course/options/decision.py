"""Every decision of a lesson and every question of a bank as somebody sees it who reads nothing but the options."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.norms.judge import joint
from course.norms.model import Verdict
from course.quiz.draw import partners, shuffled
from course.quiz.kinds.piles import PILES, pile_of
from course.quiz.model import QuestionKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from course.library import Library
    from course.norms.model import Audience
    from course.quiz.model import Question, Quiz
    from course.scenario.model import Choice, Lesson, Scene

SEED = 7
"""By which options are shuffled: always the same, so that a key fits a print of another day."""
CHOICE = "choice"
TICKED = frozenset((CHOICE, "single", "multiple", "spot"))
"""The kinds in which some of the options are right and others not."""

Key = tuple[str, ...]
"""What is right, as `options` name it: numbers from 1; for sort and match "1=name of a pile or partner" of each."""


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision or question; `options` are shuffled."""

    id: str
    """`lesson/scene` or `quiz#question`."""
    kind: str
    asks: str
    """The title above it."""
    options: tuple[str, ...]
    written: tuple[int, ...]
    """For each option its place in the text, from 0."""
    piles: tuple[str, ...]
    """sort and match: where an option can go."""
    in_order: bool
    """Whether options are shown in the order of the text."""
    keys: Mapping[str, Key]
    """Per protocol; empty where its rules, the law and advice decide nothing."""

    @property
    def source(self) -> str:
        """The lesson or the bank that it stands in."""
        return self.id.partition("#")[0].partition("/")[0]

    def right(self, protocol: str) -> frozenset[int]:
        """Give the right options under a protocol, counted from 0; of ticked kinds only."""
        return frozenset(int(one) - 1 for one in self.keys[protocol]) if self.kind in TICKED else frozenset()


def decisions(library: Library) -> tuple[Decision, ...]:
    """Give every decision of every lesson in its first language, and every question but what is written."""
    lessons = (next(iter(versions.values())) for versions in library.lessons.values())
    made = [one for lesson in lessons for one in _of_lesson(library, lesson)]
    return (*made, *(one for quiz in library.quizzes.values() for one in _of_quiz(library, quiz)))


def _of_lesson(library: Library, lesson: Lesson) -> Iterator[Decision]:
    audience = library.module(lesson.module).audience
    for scene in lesson.scenes.values():
        shown = _shown(lesson, scene)
        if len(shown) > 1:
            yield Decision(
                id=f"{lesson.id}/{scene.id}",
                kind=CHOICE,
                asks=scene.title,
                options=tuple(one.text for one in shown),
                written=tuple(scene.choices.index(one) for one in shown),
                piles=(),
                in_order=scene.fixed,
                keys={one: _fine(library, one, audience, shown) for one in library.norms.protocols},
            )


def _shown(lesson: Lesson, scene: Scene) -> list[Choice]:
    """Shuffle the choices of a scene, unless their order says something."""
    if scene.fixed:
        return list(scene.choices)
    return sorted(scene.choices, key=lambda one: _rank(lesson.id, scene.id, one.id))


def _fine(library: Library, protocol: str, audience: Audience, choices: Sequence[Choice]) -> Key:
    """Number the choices that do not keep a run from completing, and of whose acts something is said."""
    said = [_verdict(library, protocol, audience, one) for one in choices]
    fine = (one for one, verdict in enumerate(said, 1) if not verdict.hinders and verdict is not Verdict.OPEN)
    return tuple(str(one) for one in fine)


def _verdict(library: Library, protocol: str, audience: Audience, choice: Choice) -> Verdict:
    """Give the strictest verdict on all that a choice does; one that does nothing is open."""
    if not choice.acts:
        return Verdict.OPEN
    return joint([library.judge(protocol, act, audience) for act in choice.acts]).leading.verdict


def _of_quiz(library: Library, quiz: Quiz) -> Iterator[Decision]:
    audience = library.module(quiz.module).audience
    for question in quiz.questions.values():
        if question.counts:
            shown = shuffled(question, SEED)
            yield Decision(
                id=f"{quiz.id}#{question.id}",
                kind=question.kind.value,
                asks=question.title,
                options=_options(question, tuple(one.text for one in shown)),
                written=tuple(question.options.index(one) for one in shown),
                piles=_piles(question),
                in_order=False,
                keys={one: _key(library, one, audience, question) for one in library.norms.protocols},
            )


def _options(question: Question, texts: tuple[str, ...]) -> tuple[str, ...]:
    return (*PILES, Verdict.OPEN) if question.kind is QuestionKind.JUDGE else texts


def _piles(question: Question) -> tuple[str, ...]:
    if question.kind is QuestionKind.SORT:
        return tuple(PILES)
    return tuple(one.text for one in partners(question, SEED))


def _key(library: Library, protocol: str, audience: Audience, question: Question) -> Key:
    """Name what is right at a school with this protocol."""
    shown = shuffled(question, SEED)

    def pile(act: str | None) -> Verdict:
        return pile_of(library.table.verdict(protocol, act or "", audience))

    match question.kind:
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE | QuestionKind.SPOT:
            return tuple(str(at) for at, one in enumerate(shown, 1) if one.right)
        case QuestionKind.JUDGE:
            said = pile(question.act)
            in_doubt = (Verdict.OPEN, Verdict.ASK_FIRST)
            right = in_doubt if said is Verdict.OPEN else (said,)
            return tuple(str(at) for at, one in enumerate((*PILES, Verdict.OPEN), 1) if one in right)
        case QuestionKind.ORDER:
            return tuple(str(shown.index(one) + 1) for one in question.options)
        case QuestionKind.SORT:
            piles = [(at, pile(one.act)) for at, one in enumerate(shown, 1)]
            return tuple(f"{at}={said.value}" for at, said in piles if said is not Verdict.OPEN)
        case QuestionKind.MATCH:
            return tuple(f"{at}={one.partner.text if one.partner else ''}" for at, one in enumerate(shown, 1))
        case QuestionKind.WRITE:
            return ()


def _rank(*names: str) -> bytes:
    return hashlib.sha256("\0".join((str(SEED), *names)).encode()).digest()
