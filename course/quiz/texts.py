"""Everything of a question bank that a learner reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.quiz.model import Question, Quiz


def texts(quiz: Quiz) -> Iterator[tuple[int, str]]:
    """Give the words of all questions in the order of the text, each as HTML with its line."""
    for question in quiz.questions.values():
        yield from _texts(question)


def _texts(question: Question) -> Iterator[tuple[int, str]]:
    yield question.line, question.title
    yield question.line, question.html
    yield question.line, question.example
    for option in question.options:
        yield option.line, option.html
        yield option.line, option.explanation
    yield from ((question.line, one.html) for one in question.partners)
    yield question.line, question.explanation
