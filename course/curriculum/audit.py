"""The audit of the curriculum: whether modules, lessons, quizzes, goals, frameworks and norms fit one another."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from course.curriculum.rules.case import Case, Rule
from course.curriculum.rules.goals import article_of_goal, words_for_any_school
from course.curriculum.rules.modules import missing_picture, shared_part, unknown_part
from course.curriculum.rules.parts import (
    bands_differ,
    lesson_not_in_module,
    quiz_not_in_module,
    unknown_framework_item,
    unknown_help_line,
    unknown_module,
)
from course.curriculum.rules.practised import unknown_practised_item, unknown_theme

if TYPE_CHECKING:
    from course.curriculum.model import Curriculum
    from course.norms.model import Norms
    from course.quiz.model import Quiz
    from course.reading.findings import Problem
    from course.scenario.model import Lesson

Parts = Mapping[str, Collection[str]]
"""Names by kind: "lesson" and "quiz"."""

RULES: tuple[Rule, ...] = (
    unknown_part,
    missing_picture,
    shared_part,
    unknown_module,
    lesson_not_in_module,
    bands_differ,
    quiz_not_in_module,
    unknown_framework_item,
    unknown_help_line,
    unknown_theme,
    unknown_practised_item,
    article_of_goal,
    words_for_any_school,
)


def audit_curriculum(
    curriculum: Curriculum,
    lessons: Mapping[str, Mapping[str, Lesson]],
    quizzes: Mapping[str, Quiz],
    norms: Norms,
    pictures: Collection[str],
    there: Parts | None = None,
) -> tuple[Problem, ...]:
    """Give every problem that the rules find, in file and line order; `pictures` are files relative to `lessons/`.

    Leaves to the audits of lessons and quizzes what can be told from one of those alone. `there` are the
    lessons and quizzes that have a file, read or not: what is wrong with one is not told again where a module names it.
    """
    case = Case(
        curriculum,
        tuple(lesson for versions in lessons.values() for lesson in versions.values()),
        tuple(quizzes.values()),
        norms,
        pictures,
        there or {"lesson": lessons, "quiz": quizzes},
    )
    for rule in RULES:
        rule(case)
    return case.in_order()
