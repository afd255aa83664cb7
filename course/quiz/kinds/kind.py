"""What every kind of question has, so that nothing outside this folder need know one from another."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.norms.judgement import Judgement

if TYPE_CHECKING:
    from course.quiz.kinds.answers import Answer
    from course.quiz.model import Mark, Option, Question, QuestionKind
    from course.reading.findings import Findings
    from course.reading.markdown import Node

JudgeOf = Callable[[str], Judgement]
"""Gives the judgement of an act at the learner's school."""


@dataclass(frozen=True, slots=True)
class Written:
    """A question as it stands in the text, below its heading and above the quotes that close it."""

    line: int
    """Of the heading."""
    attributes: Mapping[str, str]
    body: Sequence[Node]
    options: Node | None
    """The last list."""
    findings: Findings

    @property
    def text(self) -> list[Node]:
        """Everything but the list of options."""
        return [one for one in self.body if one is not self.options]


@dataclass(frozen=True, slots=True)
class Content:
    """What a kind made of it."""

    text: Sequence[Node]
    """What stands above the options."""
    options: tuple[Option, ...] = ()
    act: str | None = None
    picture: str = ""
    example: str = ""


def every_option(question: Question, _judge_of: JudgeOf) -> tuple[Option, ...]:
    """Ask everything, whatever the school says."""
    return question.options


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of question."""

    name: QuestionKind
    how: str
    """How its options are written, as a remedy tells an author."""
    fewest: int
    """With fewer options a question is a coin's toss; 0 where it has none."""
    read: Callable[[Written], Content]
    mark: Callable[[Question, Answer | None, JudgeOf], Mark]
    """Raises `Invalid` for an answer that can't be taken."""
    asked: Callable[[Question, JudgeOf], tuple[Option, ...]] = every_option
    fewest_asked: int = 0
    """Where the school's protocol leaves fewer, the question is not asked there."""
