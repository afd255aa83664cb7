"""A question whose steps are put in the right order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.errors import Invalid
from course.quiz.kinds.answers import INCOMPLETE, refuse_unknown, several
from course.quiz.kinds.items import items_of, option_of
from course.quiz.kinds.kind import Content, Kind
from course.quiz.model import Mark, OptionMark, QuestionKind
from course.reading.told import told

if TYPE_CHECKING:
    from course.quiz.kinds.answers import Answer
    from course.quiz.kinds.kind import JudgeOf, Written
    from course.quiz.model import Question


def _read(written: Written) -> Content:
    """Read the steps, which stand in the right order."""
    steps = (option_of(item, written.findings) for item in items_of(written, ORDER, "ordered_list"))
    return Content(written.text, tuple(steps))


def _mark(question: Question, answer: Answer | None, _judge_of: JudgeOf) -> Mark:
    given = several(answer)
    expected = tuple(one.key for one in question.options)
    refuse_unknown(given, expected)
    if sorted(given) != sorted(expected):
        raise Invalid(answer=INCOMPLETE)
    places = ((one, given.index(one.key) + 1, place) for place, one in enumerate(question.options, start=1))
    marks = tuple(OptionMark(one, str(put), str(place), put == place, None) for one, put, place in places)
    return Mark(question, given == expected, given, expected, marks, None)


ORDER = Kind(
    QuestionKind.ORDER, told("Write the steps as a numbered list in the right order."), 3, _read, _mark
)
