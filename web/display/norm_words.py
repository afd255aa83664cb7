"""Words for what norms are made of: stances, whom to ask, for whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext as _

from course.norms.model import Asked, Audience, Stance
from web.http.language import locale_code

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.norms.model import Position
    from course.rulebooks.drafts.model import Answer


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


def position_words(position: Position | Answer) -> str:
    """Say a stance in one line, with whom to ask and when: "ask first (the teacher), only in the break"."""
    said = stance_words()[position.stance]
    if position.ask:
        said = f"{said} ({', '.join(asked_words()[one] for one in position.ask)})"
    return f"{said}, {position.conditions.for_locale(locale_code())}" if position.conditions else said
