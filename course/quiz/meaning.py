"""What a question asks, apart from the words around it: an answer on an older page counts only where it still asks the same.

A question is itself by its id, its kind and the act that it judges, an option by its own words without capitals and
punctuation. A mended comma changes nothing; another word may turn an option round, and so makes it another one.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from typing import TYPE_CHECKING

from course.quiz.draw import asked
from course.reading.edition import edition_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.norms.judgement import Judgement
    from course.quiz.model import Question

_LONG_ENOUGH = 12


def name_of(words: str) -> str:
    """Name an option by its words, so that it keeps its name wherever it stands.

    Where there is nothing but punctuation, it is the punctuation that tells options apart.
    """
    plain = unicodedata.normalize("NFKC", words).casefold()
    letters = "".join(" " if unicodedata.category(one)[0] in "PZ" else one for one in plain)
    told = " ".join(letters.split()) or plain
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:_LONG_ENOUGH]


def meaning_of(question: Question, judge_of: Callable[[str], Judgement]) -> str:
    """Name what a question asks at one school; the order of its options is no part of it, nor which are right."""
    options = sorted([one.key, one.act or ""] for one in asked(question, judge_of))
    return edition_of(
        json.dumps([question.id, question.kind, question.act or "", options], ensure_ascii=False)
    )
