"""Words for what a draft is made of: its articles, and where something is said besides them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext as _

from course.norms.model import Source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.rulebooks.drafts.model import Draft, DraftArticle

SHORT = 90
"""Characters of an article by which people know it again."""


def source_words() -> Mapping[Source, str]:
    """Name who says something besides the protocol."""
    return {
        Source.LAW: _("The law says"),
        Source.AGREEMENT: _("Schools agreed nationally"),
        Source.PROTOCOL: _("The protocol says"),
        Source.GUIDANCE: _("National advice"),
    }


def short(article: DraftArticle) -> str:
    """Give an article as people know it again: its number and how it begins."""
    words = article.words.nl if len(article.words.nl) <= SHORT else f"{article.words.nl[:SHORT].rstrip()}…"
    return f"{article.number} {words}".strip()


def short_of(draft: Draft, article_id: str) -> str:
    """Give an article by its id, wherever its words are now."""
    held = draft.resting_on(article_id) or article_id
    found = next((one for one in draft.articles if one.id == held), None)
    return short(found) if found else _("an article that was taken out")
