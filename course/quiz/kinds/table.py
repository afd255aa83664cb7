"""Every kind by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from course.quiz.kinds.judge import JUDGE
from course.quiz.kinds.match import MATCH
from course.quiz.kinds.multiple import MULTIPLE
from course.quiz.kinds.order import ORDER
from course.quiz.kinds.single import SINGLE
from course.quiz.kinds.sort import SORT
from course.quiz.kinds.spot import SPOT
from course.quiz.kinds.write import WRITE
from course.quiz.model import QuestionKind

if TYPE_CHECKING:
    from course.quiz.kinds.kind import Kind


def kind_of(name: QuestionKind) -> Kind:  # noqa: PLR0911 - one line for each kind
    """Give the kind of this name."""
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
