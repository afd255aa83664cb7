"""The audit of a question bank: what a reader of the text alone can't tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.quiz.rules.case import Case, Rule
from course.quiz.rules.options import (
    few_options,
    longest_is_right,
    missing_explanation,
    right_options,
    twin_options,
)
from course.quiz.rules.references import (
    act_of_others,
    few_questions,
    missing_picture,
    outside_link,
    thin_sort,
    unknown_act,
    unknown_article,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from course.norms.model import Audience, Norms
    from course.quiz.model import Quiz
    from course.reading.findings import Problem

RULES: tuple[Rule, ...] = (
    few_options,
    twin_options,
    right_options,
    missing_explanation,
    longest_is_right,
    unknown_act,
    act_of_others,
    unknown_article,
    missing_picture,
    outside_link,
    thin_sort,
    few_questions,
)


def audit_quiz(
    quiz: Quiz, norms: Norms, pictures: Collection[str], audience: Audience | None = None
) -> tuple[Problem, ...]:
    """Give every problem that the rules find, by line.

    `pictures` are the files there are, relative to `quizzes/`; `audience` is that of the quiz's module
    (TEACHER for all staff), where it is known: whom the judge and sort questions must concern.
    """
    case = Case(quiz.file, quiz, norms, pictures, audience)
    for rule in RULES:
        rule(case)
    return case.in_order()
