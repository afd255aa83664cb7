"""What the kinds share in which options are ticked: exactly the right ones are to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.quiz.kinds.answers import refuse_unknown
from course.quiz.model import Mark, OptionMark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course.quiz.model import Option, Question


def mark_ticks(question: Question, chosen: Sequence[str]) -> Mark:
    """Mark what was ticked: right when exactly the right ones are."""
    refuse_unknown(chosen, (one.key for one in question.options))
    marks = tuple(
        _tick_mark(one, "x" if one.key in chosen else "", "x" if one.right else "")
        for one in question.options
    )
    return Mark(
        question=question,
        right=all(one.right for one in marks),
        given=tuple(one.key for one in question.options if one.key in chosen),
        expected=tuple(one.key for one in question.options if one.right),
        options=marks,
        judgement=None,
    )


def _tick_mark(option: Option, given: str, expected: str) -> OptionMark:
    return OptionMark(option, given, expected, given == expected, None)
