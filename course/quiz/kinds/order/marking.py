"""The steps lie in the right order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.errors import Invalid
from course.quiz.kinds.answers import INCOMPLETE, refuse_unknown, several
from course.quiz.kinds.marking import Marking
from course.quiz.model import Mark, OptionMark, QuestionKind

if TYPE_CHECKING:
    from course.quiz.kinds.answers import Answer
    from course.quiz.kinds.marking import JudgeOf
    from course.quiz.model import Question


def _mark(question: Question, answer: Answer | None, _judge_of: JudgeOf) -> Mark:
    given = several(answer)
    expected = tuple(one.key for one in question.options)
    refuse_unknown(given, expected)
    if sorted(given) != sorted(expected):
        raise Invalid(answer=INCOMPLETE)
    places = ((one, given.index(one.key) + 1, place) for place, one in enumerate(question.options, start=1))
    marks = tuple(OptionMark(one, str(put), str(place), put == place, None) for one, put, place in places)
    return Mark(question, given == expected, given, expected, marks, None)


ORDER = Marking(QuestionKind.ORDER, _mark)
