"""Exactly the right options are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.quiz.kinds.answers import several
from course.quiz.kinds.marking import Marking
from course.quiz.kinds.ticks import mark_ticks
from course.quiz.model import QuestionKind

if TYPE_CHECKING:
    from course.quiz.kinds.answers import Answer
    from course.quiz.kinds.marking import JudgeOf
    from course.quiz.model import Mark, Question


def _mark(question: Question, answer: Answer | None, _judge_of: JudgeOf) -> Mark:
    return mark_ticks(question, several(answer))


MULTIPLE = Marking(QuestionKind.MULTIPLE, _mark)
