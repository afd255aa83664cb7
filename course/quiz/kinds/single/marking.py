"""One right option is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.errors import Invalid
from course.quiz.kinds.answers import ONE_ONLY, several
from course.quiz.kinds.marking import Marking
from course.quiz.kinds.ticks import mark_ticks
from course.quiz.model import QuestionKind

if TYPE_CHECKING:
    from course.quiz.kinds.answers import Answer
    from course.quiz.kinds.marking import JudgeOf
    from course.quiz.model import Mark, Question


def _mark(question: Question, answer: Answer | None, _judge_of: JudgeOf) -> Mark:
    chosen = several(answer)
    if len(set(chosen)) > 1:
        raise Invalid(answer=ONE_ONLY)
    return mark_ticks(question, chosen)


SINGLE = Marking(QuestionKind.SINGLE, _mark)
