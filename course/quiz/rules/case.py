"""What every rule looks at and reports to: the question bank, the norms, the picture files, and who answers."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.quiz.model import QuestionKind
from course.reading.findings import Findings

if TYPE_CHECKING:
    from course.norms.model import Audience, Norms
    from course.quiz.model import Question, Quiz

CHOICE = (QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.SPOT)
"""The kinds in which some options are right and others not."""


@dataclass(slots=True)
class Case(Findings):
    """One question bank before the audit, and what the rules find in it."""

    quiz: Quiz
    norms: Norms
    pictures: Collection[str]
    """The picture files that there are, relative to `quizzes/`."""
    audience: Audience | None
    """Whom the module of this quiz addresses; None where that is not known."""

    @property
    def questions(self) -> Iterator[Question]:
        """Every question, in the order of the text."""
        return iter(self.quiz.questions.values())

    @property
    def choices(self) -> Iterator[Question]:
        """Every question in which options are ticked."""
        return (one for one in self.questions if one.kind in CHOICE and one.options)


Rule = Callable[[Case], None]
