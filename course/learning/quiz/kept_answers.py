"""A quiz answer as it is kept: its options by their words, so that it still means the same when an author moves one.

On a page an option is named by its place ("a", "b", …), which is short and the same in every language of the interface.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from course.errors import Invalid
from course.quiz.mark import UNKNOWN

if TYPE_CHECKING:
    from course.quiz.mark import Answer
    from course.quiz.model import Option, Question


def to_keep(question: Question, answer: Answer | None) -> str:
    """Write an answer as JSON, whatever mapping or sequence it came in."""
    names = {one.key: _name(one) for one in question.options}
    return json.dumps(_renamed(answer, names), ensure_ascii=False)


def kept(question: Question, written: str) -> Answer | None:
    """Read an answer for a question as it is now; Invalid where an option that it names has other words by now."""
    answer: Answer | None = json.loads(written)
    if not question.options:
        return answer
    keys = {name: one.key for one in question.options for name in (one.key, _name(one))}
    if not keys.keys() >= set([answer] if isinstance(answer, str) else answer or ()):
        raise Invalid(answer=UNKNOWN)
    return _renamed(answer, keys)


def _name(option: Option) -> str:
    return hashlib.sha256(option.text.encode()).hexdigest()[:12]


def _renamed(answer: Answer | None, names: Mapping[str, str]) -> Answer | None:
    if answer is None or isinstance(answer, str):
        return names.get(answer or "", answer)
    if isinstance(answer, Mapping):
        return {names.get(key, key): pile for key, pile in answer.items()}
    return [names.get(one, one) for one in answer]
