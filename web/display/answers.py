"""What a question's form says, as `quiz.mark` takes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext as _

from course.quiz.kinds import answers
from course.quiz.kinds.write.marking import TEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from werkzeug.datastructures import MultiDict

    from course.quiz.kinds.answers import Answer
    from course.quiz.model import Option

PILE = "pile-"
"""Fields of a sort question: `pile-<option key>` holds a verdict."""
PARTNER = "partner-"
"""Fields of a match question: `partner-<option key>` holds a partner's key."""
WRITE = "write"
"""A field by which a write question tells that it was answered, though nothing of it need be ticked or kept."""


def answer_from(form: MultiDict[str, str]) -> Answer | None:
    """The answer in a form: piles or partners by option, an order, or what was ticked; None when nothing was."""
    if WRITE in form:
        return dict.fromkeys(form.getlist("tick"), "x") | {TEXT: form.get(TEXT, "").strip()}
    by_key = _by_key(form, PILE) or _by_key(form, PARTNER)
    return by_key or form.getlist("order") or form.getlist("answer") or None


def placed(form: MultiDict[str, str]) -> frozenset[str]:
    """The options of a sort or match question that have a place in a form."""
    return frozenset(_by_key(form, PILE) | _by_key(form, PARTNER))


def _by_key(form: MultiDict[str, str], field: str) -> dict[str, str]:
    return {name.removeprefix(field): form[name] for name in form if name.startswith(field) and form[name]}


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
        answers.MISSING: _("Choose an answer first."),
        answers.ONE_ONLY: _("Choose one answer."),
        answers.INCOMPLETE: _("Not everything has a place yet."),
        answers.TOO_LONG: _("Your text is too long to keep. Make it shorter, or go on without keeping it."),
    }.get(message_id, _("That answer does not belong to this question. Choose again."))
