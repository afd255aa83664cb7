"""What a question asks, apart from the words around it: an answer on an older page counts only where it still asks the same.

A question is itself by its id, its kind and the act that it judges, an option by its own words without capitals and
punctuation. A mended comma changes nothing; another word may turn an option round, and so makes it another one.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from course.quiz.draw import asked
from course.reading.edition import edition_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.norms.judgement import Judgement
    from course.quiz.model import Question


def meaning_of(question: Question, judge_of: Callable[[str], Judgement]) -> str:
    """Name what a question asks at one school; the order of its options is no part of it, nor which are right."""
    options = sorted([one.key, one.act or ""] for one in asked(question, judge_of))
    partners = sorted(one.key for one in question.partners)
    told = [question.id, question.kind, question.act or "", options, *([partners] if partners else [])]
    return edition_of(json.dumps(told, ensure_ascii=False))
