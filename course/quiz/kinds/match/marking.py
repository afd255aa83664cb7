"""Every item has its partner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.errors import Invalid
from course.quiz.kinds.answers import INCOMPLETE, by_key, refuse_unknown
from course.quiz.kinds.marking import Marking
from course.quiz.model import Mark, OptionMark, QuestionKind

if TYPE_CHECKING:
    from course.quiz.kinds.answers import Answer
    from course.quiz.kinds.marking import JudgeOf
    from course.quiz.model import Question


def _mark(question: Question, answer: Answer | None, _judge_of: JudgeOf) -> Mark:
    given = by_key(answer)
    refuse_unknown(given.keys(), (one.key for one in question.options))
    refuse_unknown(given.values(), (one.key for one in question.partners))
    if len(given) < len(question.options):
        raise Invalid(answer=INCOMPLETE)
    pairs = [(one, given[one.key], one.partner.key if one.partner else "") for one in question.options]
    marks = tuple(OptionMark(one, put, partner, put == partner, None) for one, put, partner in pairs)
    return Mark(
        question=question,
        right=all(one.right for one in marks),
        given=tuple(f"{one.option.key}={one.given}" for one in marks),
        expected=tuple(f"{one.option.key}={one.expected}" for one in marks),
        options=marks,
        judgement=None,
    )


MATCH = Marking(QuestionKind.MATCH, _mark)
