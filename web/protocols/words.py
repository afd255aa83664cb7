"""Words for what a draft is made of: answers, whom to ask, for whom, and where something is said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext as _

from course.norms.model import Asked, Audience, Source, Stance

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.rulebooks.drafts.model import Answer, Draft, DraftArticle

SHORT = 90
"""Characters of an article by which people know it again."""


def stance_words() -> Mapping[Stance, str]:
    """Name the answers, in the order in which they are offered."""
    return {
        Stance.REQUIRED: _("must"),
        Stance.ENCOURAGED: _("gladly"),
        Stance.ALLOWED: _("may"),
        Stance.ASK_FIRST: _("ask first"),
        Stance.DISCOURAGED: _("rather not"),
        Stance.FORBIDDEN: _("may not"),
        Stance.SILENT: _("our rules don't say"),
    }


def asked_words() -> Mapping[Asked, str]:
    """Name whom one can ask."""
    return {
        Asked.TEACHER: _("the teacher"),
        Asked.HEAD: _("the head of the school"),
        Asked.MANAGER: _("the manager"),
        Asked.PARENTS: _("the parents"),
        Asked.PERSON: _("the person it is about"),
    }


def audience_words() -> Mapping[Audience, str]:
    """Name for whom an article is, and who does something."""
    return {
        Audience.PUPIL: _("pupils"),
        Audience.TEACHER: _("teachers"),
        Audience.LEADER: _("school leaders"),
        Audience.PARENT: _("parents"),
        Audience.SCHOOL: _("the school"),
    }


def source_words() -> Mapping[Source, str]:
    """Name who says something besides the protocol."""
    return {
        Source.LAW: _("The law says"),
        Source.AGREEMENT: _("Schools agreed nationally"),
        Source.PROTOCOL: _("The protocol says"),
        Source.GUIDANCE: _("National advice"),
    }


def answer_words(answer: Answer) -> str:
    """Say an answer in one line: "ask first (the teacher), only in the break"."""
    said = stance_words()[answer.stance]
    if answer.ask:
        said = f"{said} ({', '.join(asked_words()[one] for one in answer.ask)})"
    return f"{said}, {answer.conditions.nl}" if answer.conditions else said


def short(article: DraftArticle) -> str:
    """Give an article as people know it again: its number and how it begins."""
    words = article.words.nl if len(article.words.nl) <= SHORT else f"{article.words.nl[:SHORT].rstrip()}…"
    return f"{article.number} {words}".strip()


def short_of(draft: Draft, article_id: str) -> str:
    """Give an article by its id, wherever its words are now."""
    held = draft.resting_on(article_id) or article_id
    found = next((one for one in draft.articles if one.id == held), None)
    return short(found) if found else _("an article that was taken out")
