"""Two versions of the rules side by side, in words: article by article, and act by act."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask_babel import gettext as _

from course.norms.model import Audience
from course.rulebooks.comparison import Fate
from web.display.norm_words import audience_words, position_words
from web.http.language import locale_code

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.norms.model import Article
    from course.rulebooks.comparison import ActChange, ArticlePair, Comparison


@dataclass(frozen=True, slots=True)
class PairView:
    """An article before and after, and what became of it in a word."""

    fate: Fate
    word: str
    pair: ArticlePair
    whom: tuple[str, str] | None
    """For whom it was and is; None where that is the same."""
    are_words_kept: bool
    """Whether it is worded as it was, so that only what follows from it is another."""


@dataclass(frozen=True, slots=True)
class ChangeView:
    """What may be done, before and after."""

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
    pairs = [_pair(one) for one in found.articles]
    return ComparisonView(
        before=before,
        after=after,
        changed=tuple(one for one in pairs if one.fate is not Fate.SAME),
        same=tuple(one for one in pairs if one.fate is Fate.SAME),
        answers=tuple(_change(one) for one in found.acts),
        is_minor=found.is_minor,
    )


def _pair(one: ArticlePair) -> PairView:
    before, after, word = one.before, one.after, _fates()[one.fate]
    if before is None or after is None:
        return PairView(one.fate, word, one, None, are_words_kept=False)
    kept = (before.words, before.number, before.heading) == (after.words, after.number, after.heading)
    whom = None if before.audience == after.audience else (_whom(before), _whom(after))
    return PairView(one.fate, word, one, whom, are_words_kept=kept)


def _whom(article: Article) -> str:
    words = audience_words()
    return ", ".join(words[one] for one in Audience if one in article.audience)


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
    said = one.act.words_for(one.actor).for_locale(locale_code())
    return ChangeView(said, whom, position_words(one.before), position_words(one.after))
