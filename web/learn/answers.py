"""What a question's form says, as `quiz.mark` takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from werkzeug.datastructures import MultiDict

    from course.quiz.mark import Answer
    from course.quiz.model import Option

PILE = "pile-"
"""Fields of a sort question: `pile-<option key>` holds a verdict."""


def answer_from(form: MultiDict[str, str]) -> Answer | None:
    """The answer in a form: piles by option, an order, or what was ticked; None when nothing was."""
    piles = {name.removeprefix(PILE): form[name] for name in form if name.startswith(PILE)}
    return piles or form.getlist("order") or form.getlist("answer") or None


def moved(order: Sequence[str], move: str) -> list[str]:
    """The order after one step of `up:key` or `down:key`; anything else changes nothing.

    This is how an order question works without script.
    """
    way, _, key = move.partition(":")
    after = list(order)
    if key in after and way in {"up", "down"}:
        here = after.index(key)
        there = here + (-1 if way == "up" else 1)
        if 0 <= there < len(after):
            after[here], after[there] = after[there], after[here]
    return after


def ordered(options: Sequence[Option], order: Sequence[str]) -> tuple[Option, ...]:
    """The options in a learner's own order; options that the order does not name keep their place behind it."""
    places = {key: place for place, key in enumerate(order)}
    return tuple(sorted(options, key=lambda option: places.get(option.key, len(places))))
