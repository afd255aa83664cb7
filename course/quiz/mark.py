"""Mark an answer by the question's kind, and tell how many right answers make an attempt pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.quiz.kinds.markings import marking_of

if TYPE_CHECKING:
    from course.quiz.kinds.answers import Answer
    from course.quiz.kinds.marking import JudgeOf
    from course.quiz.model import Mark, Question

PASS_MARK = 80
"""Per cent of an attempt's questions that must be right; exactly this passes."""


def mark(question: Question, answer: Answer | None, judge_of: JudgeOf) -> Mark:
    """Tell what is right and wrong in an answer, with all that its explanation needs.

    `judge_of` gives the judgement of an act at the learner's school. Raises `Invalid` for an answer that
    can't be taken.
    """
    return marking_of(question.kind).mark(question, answer, judge_of)


def is_mastered(right: int, total: int) -> bool:
    """Tell whether `right` of `total` questions make the pass mark; an empty attempt never does."""
    return total > 0 and right * 100 >= PASS_MARK * total


def needed_of(total: int) -> int:
    """Give the fewest right answers that make the pass mark of an attempt with so many questions."""
    return -(-PASS_MARK * total // 100)
