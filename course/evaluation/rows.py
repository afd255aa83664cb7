"""Evaluations as rows of the table."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from course.evaluation.figures import read
from course.evaluation.pages import Answer, Evaluation
from course.reading.words import Words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


def evaluation_of(row: Any) -> Evaluation:
    """Read a whole row."""
    return Evaluation(
        id=row.id,
        school_id=row.school_id,
        school_year=row.school_year,
        revision=row.revision,
        answers=tuple(
            Answer(one["goal"], Words(one["nl"], one["en"]), one["answer"]) for one in json.loads(row.answers)
        ),
        decisions=row.decisions,
        new_goals=lines_of(row.new_goals),
        figures=read(row.figures),
        frozen_at=row.frozen_at,
    )


def answers_text(answers: Iterable[Answer]) -> str:
    """Write answers as they are kept, each with its question."""
    rows = [
        {"goal": one.goal_id, "nl": one.question.nl, "en": one.question.en, "answer": one.answer}
        for one in answers
    ]
    return json.dumps(rows, ensure_ascii=False)


def lines_of(text: str) -> tuple[str, ...]:
    """Give what is told one a line, without empty lines."""
    return tuple(line for one in text.splitlines() if (line := one.strip()))
