"""A question with several right options, of which all are asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.quiz.kinds.answers import several
from course.quiz.kinds.kind import Content, Kind
from course.quiz.kinds.ticks import HOW, mark_ticks, ticked_options
from course.quiz.model import QuestionKind

if TYPE_CHECKING:
    from course.quiz.kinds.answers import Answer
    from course.quiz.kinds.kind import JudgeOf, Written
    from course.quiz.model import Mark, Question


def _read(written: Written) -> Content:
    return Content(written.text, ticked_options(written, MULTIPLE))


def _mark(question: Question, answer: Answer | None, _judge_of: JudgeOf) -> Mark:
    return mark_ticks(question, several(answer))


MULTIPLE = Kind(QuestionKind.MULTIPLE, HOW, 3, _read, _mark)
