"""Words for what a draft is made of: its articles, and where something is said besides them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext as _

from course.norms.model import ArticleKind, Source
from course.rulebooks.drafts import operations as op
from web.display.norm_words import audience_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.rulebooks.drafts.model import Draft, DraftArticle
    from course.rulebooks.drafts.operations import Operation

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


def kind_words() -> Mapping[ArticleKind, str]:
    """Name what an article can be, in the order in which it is offered."""
    return {
        ArticleKind.NORM: _("a rule: what one does or leaves"),
        ArticleKind.PERMISSION: _("a permission: what one may do"),
        ArticleKind.PROCEDURE: _("a procedure: how something goes, whom to ask"),
        ArticleKind.SANCTION: _("a consequence: what happens to who doesn’t keep to it"),
        ArticleKind.DUTY_OF_SCHOOL: _("a promise: what the school does"),
        ArticleKind.PRINCIPLE: _("a starting point: what you hold dear"),
        ArticleKind.GOAL: _("a goal"),
        ArticleKind.FACT: _("a fact"),
        ArticleKind.CONTEXT: _("an explanation"),
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


def particulars_words(draft: Draft, operation: Operation | None) -> str:
    """Say what a change of the particulars gives; empty where it takes something away."""
    match operation:
        case op.SetContacts(contacts=contacts):
            return "\n".join(f"{one.role.nl}: {one.how.nl}" for one in contacts)
        case op.SetChannels(channels=channels):
            return ", ".join(channels)
        case op.SetOfficial(official=official):
            return official
        case op.SetDoubt(audience=audience, article=article):
            rule = short_of(draft, article) if article else _("none")
            return _("In doubt, %(whom)s: %(rule)s", whom=audience_words()[audience], rule=rule)
        case _:
            return ""
