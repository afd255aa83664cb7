"""How each kind of question is asked and marked, by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from course.quiz.kinds.judge.marking import JUDGE
from course.quiz.kinds.match.marking import MATCH
from course.quiz.kinds.multiple.marking import MULTIPLE
from course.quiz.kinds.order.marking import ORDER
from course.quiz.kinds.single.marking import SINGLE
from course.quiz.kinds.sort.marking import SORT
from course.quiz.kinds.spot.marking import SPOT
from course.quiz.kinds.write.marking import WRITE
from course.quiz.model import QuestionKind

if TYPE_CHECKING:
    from course.quiz.kinds.marking import Marking


def marking_of(name: QuestionKind) -> Marking:  # noqa: PLR0911 - one line for each kind
    """Give what the kind of this name has."""
    match name:
        case QuestionKind.SINGLE:
            return SINGLE
        case QuestionKind.MULTIPLE:
            return MULTIPLE
        case QuestionKind.JUDGE:
            return JUDGE
        case QuestionKind.ORDER:
            return ORDER
        case QuestionKind.SORT:
            return SORT
        case QuestionKind.MATCH:
            return MATCH
        case QuestionKind.SPOT:
            return SPOT
        case QuestionKind.WRITE:
            return WRITE
        case _:
            assert_never(name)
