"""A quiz under a draft: every question as it would be asked, with what is right then and the articles behind it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.errors import NotFound
from web.display.asked_questions import asked_under

if TYPE_CHECKING:
    from course.quiz.model import Quiz
    from course.rulebooks.preview import Preview
    from web.display.asked_questions import AskedQuestion


@dataclass(frozen=True, slots=True)
class QuizPreview:
    """A whole bank under a draft."""

    quiz: Quiz
    asked: tuple[AskedQuestion, ...]
    left_out: int
    """Questions that would not be asked, because too much of them is open."""


def quiz_under(found: Preview, quiz_id: str) -> QuizPreview:
    """Give every question of a bank as it would be asked under a draft; NotFound for no such quiz."""
    quiz = found.library.quizzes.get(quiz_id)
    if quiz is None:
        raise NotFound("quiz", quiz_id)
    asked = asked_under(found.library, found.key, quiz_id)
    return QuizPreview(quiz, asked, len(quiz.questions) - len(asked))
