"""What a question's form says, as `quiz.mark` takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext as _

from course.quiz import mark

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


def placed(form: MultiDict[str, str]) -> frozenset[str]:
    """The options of a sort question that have a place in a form."""
    return frozenset(name.removeprefix(PILE) for name in form if name.startswith(PILE))


def moved(order: Sequence[str], move: str) -> list[str]:
    """The order after one step of `up:key` or `down:key`; anything else changes nothing.

    This is how an order question works without script.
    """
    way, _colon, key = move.partition(":")
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


def why_not(message_id: str) -> str:
    """What to tell a learner whose answer could not be read; nothing was marked."""
    return {
        mark.MISSING: _("Choose an answer first."),
        mark.ONE_ONLY: _("Choose one answer."),
        mark.INCOMPLETE: _("Not everything has a place yet."),
    }.get(message_id, _("That answer does not belong to this question. Choose again."))
