"""A quiz answer as it is kept: its options by their own names, so that it means the same when an author moves one."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from string import ascii_lowercase
from typing import TYPE_CHECKING

from course.errors import Invalid
from course.quiz.kinds.answers import UNKNOWN
from course.quiz.kinds.write.marking import TEXT

if TYPE_CHECKING:
    from course.quiz.kinds.answers import Answer
    from course.quiz.model import Question


def to_keep(answer: Answer | None) -> str:
    """Write an answer as JSON, whatever mapping or sequence it came in."""
    plain = dict(answer) if isinstance(answer, Mapping) else answer
    return json.dumps(plain if plain is None or isinstance(plain, str | dict) else list(plain))


def kept(question: Question, written: str) -> Answer | None:
    """Read an answer for a question as it is now; Invalid where an option that it names has other words by now."""
    answer: Answer | None = json.loads(written)
    if not question.options:
        return answer
    keys = _names_of(question)
    if not keys.keys() >= set([answer] if isinstance(answer, str) else answer or ()):
        raise Invalid(answer=UNKNOWN)
    if answer is None or isinstance(answer, str):
        return keys.get(answer or "", answer)
    if isinstance(answer, Mapping):
        return {keys[key]: pile for key, pile in answer.items()}
    return [keys[one] for one in answer]


def _names_of(question: Question) -> dict[str, str]:
    """Every name that an option was ever kept by: its own, its words with capitals and commas, its place."""
    names: dict[str, str] = {}
    for letter, option in zip(ascii_lowercase, question.options, strict=False):
        words = hashlib.sha256(option.text.encode()).hexdigest()[:12]
        names |= dict.fromkeys((letter, words, option.key), option.key)
    return names if question.counts else names | {TEXT: TEXT}
