"""Two versions side by side, in words: article by article, and question by question."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask_babel import gettext as _

from course.rulebooks.comparison import Fate
from web.protocols.words import asked_words, audience_words, stance_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.norms.model import Position
    from course.rulebooks.comparison import ActChange, ArticlePair, Comparison


@dataclass(frozen=True, slots=True)
class PairView:
    """An article before and after, and what became of it in a word."""

    fate: Fate
    word: str
    pair: ArticlePair


@dataclass(frozen=True, slots=True)
class ChangeView:
    """An answer before and after."""

    words: str
    """What it is about."""
    whom: str
    """Empty for everyone."""
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ComparisonView:
    """What one version changes of another."""

    before: str
    after: str
    changed: tuple[PairView, ...]
    same: tuple[PairView, ...]
    answers: tuple[ChangeView, ...]
    is_minor: bool


def comparison_view(found: Comparison, before: str, after: str) -> ComparisonView:
    """Put a comparison in words; `before` and `after` name the two."""
    words = _fates()
    pairs = [PairView(one.fate, words[one.fate], one) for one in found.articles]
    return ComparisonView(
        before=before,
        after=after,
        changed=tuple(one for one in pairs if one.fate is not Fate.SAME),
        same=tuple(one for one in pairs if one.fate is Fate.SAME),
        answers=tuple(_change(one) for one in found.acts),
        is_minor=found.is_minor,
    )


def _fates() -> Mapping[Fate, str]:
    return {
        Fate.SAME: _("the same"),
        Fate.REWORDED: _("reworded"),
        Fate.CHANGED: _("changed"),
        Fate.NEW: _("new"),
        Fate.GONE: _("gone"),
    }


def _change(one: ActChange) -> ChangeView:
    whom = audience_words()[one.actor] if one.actor else ""
    return ChangeView(one.act.words.nl, whom, position_words(one.before), position_words(one.after))


def position_words(position: Position) -> str:
    """Say a position in one line: "ask first (the teacher), only in the break"."""
    said = stance_words()[position.stance]
    if position.ask:
        said = f"{said} ({', '.join(asked_words()[one] for one in position.ask)})"
    return f"{said}, {position.conditions.nl}" if position.conditions else said
