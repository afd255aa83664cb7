"""What every kind of question has once it is read, so that nothing outside this folder need know one from another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.norms.judgement import Judgement

if TYPE_CHECKING:
    from course.quiz.kinds.answers import Answer
    from course.quiz.model import Mark, Option, Question, QuestionKind

JudgeOf = Callable[[str], Judgement]
"""Gives the judgement of an act at the learner's school."""


def every_option(question: Question, _judge_of: JudgeOf) -> tuple[Option, ...]:
    """Ask everything, whatever the school says."""
    return question.options


@dataclass(frozen=True, slots=True)
class Marking:
    """How one kind of question is asked and marked."""

    name: QuestionKind
    mark: Callable[[Question, Answer | None, JudgeOf], Mark]
    """Raises `Invalid` for an answer that can't be taken."""
    asked: Callable[[Question, JudgeOf], tuple[Option, ...]] = every_option
    fewest_asked: int = 0
    """Where the school's protocol leaves fewer, the question is not asked there."""
