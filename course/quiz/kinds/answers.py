"""Answers as they come in: what one can be, and why it can't be taken.

An answer that can't be read is never marked: it is refused with `Invalid(answer=<message id>)`, so that a slip of the page
or the connection never costs a learner a point.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from course.errors import Invalid

if TYPE_CHECKING:
    from collections.abc import Iterable

Answer = str | Sequence[str] | Mapping[str, str]
"""single: an option's key; multiple and spot: keys; judge: a pile or "open"; order: all keys in the order given; sort: the
pile by key, for every item shown; match: the partner's key by key, for every item; write: "x" by the key of what was
ticked, and, where its writer keeps it, the text under `write.TEXT`. A sequence of one does for single and judge."""

MISSING, UNKNOWN, ONE_ONLY, INCOMPLETE, TOO_LONG = (
    "answer-missing",
    "answer-unknown",
    "answer-one-only",
    "answer-incomplete",
    "answer-too-long",
)
"""Message ids: nothing chosen; something that this question does not offer; more than one where one is asked;
not every item placed, or one placed twice; a text longer than is kept."""


def several(answer: Answer | None) -> tuple[str, ...]:
    """Read the answer as a sequence of names, blanks left out; a mapping is none."""
    if isinstance(answer, Mapping):
        raise Invalid(answer=UNKNOWN)
    names = (answer,) if isinstance(answer, str) else tuple(answer or ())
    given = tuple(str(one) for one in names if one)
    if not given:
        raise Invalid(answer=MISSING)
    return given


def by_key(answer: Answer | None) -> dict[str, str]:
    """Read the answer as a value for each item, blanks left out."""
    if not answer:
        raise Invalid(answer=MISSING)
    if not isinstance(answer, Mapping):
        raise Invalid(answer=UNKNOWN)
    given = {key: value for key, value in answer.items() if value}
    if not given:
        raise Invalid(answer=MISSING)
    return given


def refuse_unknown(given: Iterable[str], known: Iterable[str]) -> None:
    """Take nothing that the question does not offer."""
    if not set(given) <= set(known):
        raise Invalid(answer=UNKNOWN)
