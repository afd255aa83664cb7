"""How each kind of question is written and read, by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from course.quiz.kinds.judge.reading import JUDGE
from course.quiz.kinds.match.reading import MATCH
from course.quiz.kinds.multiple.reading import MULTIPLE
from course.quiz.kinds.order.reading import ORDER
from course.quiz.kinds.single.reading import SINGLE
from course.quiz.kinds.sort.reading import SORT
from course.quiz.kinds.spot.reading import SPOT
from course.quiz.kinds.write.reading import WRITE
from course.quiz.model import QuestionKind

if TYPE_CHECKING:
    from course.quiz.kinds.reading import Reading


def reading_of(name: QuestionKind) -> Reading:  # noqa: PLR0911 - one line for each kind
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
