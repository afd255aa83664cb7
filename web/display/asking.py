"""Whom to ask first, and in which circumstances, as one sentence in the reader's language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext as _

from course.norms.model import STAFF, Asked, Audience, Verdict
from web.http.language import locale_code

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course.norms.judgement import Judgement


def asking(judgement: Judgement, reader: str | None = None) -> str:
    """Say it: "Vraag het eerst aan je leraar, en alleen in de pauze."; empty where nothing is asked or set.

    `reader` is whom it is told to; without one, whom the judgement is for.
    """
    conditions = judgement.conditions.for_locale(locale_code()).strip() if judgement.conditions else ""
    if judgement.verdict is not Verdict.ASK_FIRST:
        return _as_sentence(conditions)
    told_to = Audience(reader) if reader else judgement.audience
    whom = _listed([_name(one, told_to) for one in judgement.ask])
    if whom and conditions:
        told = _("Ask %(whom)s first, and %(conditions)s", whom=whom, conditions=_inside(conditions))
    elif whom:
        told = _("Ask %(whom)s first", whom=whom)
    elif conditions:
        told = _("Ask first, and %(conditions)s", conditions=_inside(conditions))
    else:
        return ""
    return _as_sentence(told)


def _name(asked: Asked, reader: Audience | None) -> str:
    """Name somebody as this reader would: a pupil has a teacher and parents, staff have a manager."""
    own = {
        Asked.TEACHER: reader is Audience.PUPIL,
        Asked.PARENTS: reader is Audience.PUPIL,
        Asked.MANAGER: reader in STAFF,
    }
    if own.get(asked):
        return {
            Asked.TEACHER: _("your teacher"),
            Asked.PARENTS: _("your parents"),
            Asked.MANAGER: _("your manager"),
        }[asked]
    return {
        Asked.TEACHER: _("the teacher"),
        Asked.HEAD: _("the head of the school"),
        Asked.MANAGER: _("the manager"),
        Asked.PARENTS: _("the parents"),
        Asked.PERSON: _("whoever it is about"),
    }[asked]


def _listed(names: Sequence[str]) -> str:
    if len(names) < 2:  # noqa: PLR2004 - one name, or none
        return "".join(names)
    return _("%(names)s and %(last)s", names=", ".join(names[:-1]), last=names[-1])


def _inside(words: str) -> str:
    """Put words inside a sentence: their own full stop goes, and a capital that only begins them."""
    bare = words.rstrip(".")
    return bare if bare[1:2].isupper() else bare[:1].lower() + bare[1:]


def _as_sentence(words: str) -> str:
    if not words:
        return ""
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "!", "?")) else ".")
