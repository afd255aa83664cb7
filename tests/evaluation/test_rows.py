"""What is kept as text is read again as it was."""

from __future__ import annotations

from types import SimpleNamespace

from course.evaluation.pages import Answer
from course.evaluation.rows import answers_text, evaluation_of, lines_of
from course.reading.words import Words
from tests.learning.world import NOW


def test_answers_keep_the_question_in_the_words_of_then() -> None:
    answers = (Answer("set:juni.1", Words("Wat?", "What?"), "Dit & “dat”\nen meer"),)
    row = SimpleNamespace(
        id=1, school_id=2, school_year=2026, revision=3, answers=answers_text(answers), decisions="Ja.",
        new_goals="een\ntwee", figures="", frozen_at=NOW,
    )  # fmt: skip
    found = evaluation_of(row)
    assert (found.answers, found.new_goals, found.figures) == (answers, ("een", "twee"), ())


def test_empty_lines_are_no_goals() -> None:
    assert lines_of(" een \n\n  \ntwee") == ("een", "twee")
