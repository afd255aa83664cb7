"""What is written is never wrong: its writer ticks what it holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from course.errors import Invalid
from course.quiz.kinds.answers import MISSING, TOO_LONG, UNKNOWN, refuse_unknown
from course.quiz.kinds.marking import Marking
from course.quiz.model import Mark, OptionMark, QuestionKind

if TYPE_CHECKING:
    from course.quiz.kinds.answers import Answer
    from course.quiz.kinds.marking import JudgeOf
    from course.quiz.model import Question

TEXT = "text"
"""Under which name an answer holds the text; no option can have it."""

LONGEST = 2000
"""Characters of a text that is kept."""


def _mark(question: Question, answer: Answer | None, _judge_of: JudgeOf) -> Mark:
    if answer is None:
        raise Invalid(answer=MISSING)
    if not isinstance(answer, Mapping):
        raise Invalid(answer=UNKNOWN)
    text = answer.get(TEXT, "")
    if len(text) > LONGEST:
        raise Invalid(answer=TOO_LONG)
    ticked = {key for key, value in answer.items() if value and key != TEXT}
    refuse_unknown(ticked, (one.key for one in question.options))
    marks = tuple(
        OptionMark(one, "x" if one.key in ticked else "", "", right=True, judgement=None)
        for one in question.options
    )
    given = tuple(one.key for one in question.options if one.key in ticked)
    return Mark(question, right=True, given=given, expected=(), options=marks, judgement=None, text=text)


WRITE = Marking(QuestionKind.WRITE, _mark)
