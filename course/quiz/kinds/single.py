"""A question with one right option."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.errors import Invalid
from course.quiz.kinds.answers import ONE_ONLY, several
from course.quiz.kinds.kind import Content, Kind
from course.quiz.kinds.ticks import HOW, mark_ticks, ticked_options
from course.quiz.model import QuestionKind

if TYPE_CHECKING:
    from course.quiz.kinds.answers import Answer
    from course.quiz.kinds.kind import JudgeOf, Written
    from course.quiz.model import Mark, Question


def _read(written: Written) -> Content:
    return Content(written.text, ticked_options(written, SINGLE))


def _mark(question: Question, answer: Answer | None, _judge_of: JudgeOf) -> Mark:
    chosen = several(answer)
    if len(set(chosen)) > 1:
        raise Invalid(answer=ONE_ONLY)
    return mark_ticks(question, chosen)


SINGLE = Kind(QuestionKind.SINGLE, HOW, 2, _read, _mark)
