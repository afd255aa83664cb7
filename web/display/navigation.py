"""The pages that somebody begins from: those of the own abilities, in one order for all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import request, url_for
from flask_babel import gettext as _

from course.norms.model import Audience
from course.people.roles import Ability

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.people.actor import Actor

PAGES: Mapping[str, Ability] = {
    "teacher.groups": Ability.GROUP_NAMES,
    "director.school": Ability.LEAD_SCHOOL,
    "director.staff": Ability.STAFF_NAMES,
    "board.schools": Ability.BOARD_COUNTS,
    "feedback.inbox": Ability.BOARD_COUNTS,
    "admin.home": Ability.KEEP_PEOPLE,
    "learn.home": Ability.LEARN,
    "goals.goals": Ability.NOTE_EVIDENCE,
    "board_goals.goals": Ability.SET_GOALS,
    "rules.protocol": Ability.READ_RULES,
    "protocols.overview": Ability.EDIT_RULES,
}
"""The first that somebody may open is the own home."""


@dataclass(frozen=True, slots=True)
class Link:
    """One entry of the navigation."""

    url: str
    label: str
    active: bool


def home_of(actor: Actor) -> str:
    """Name the endpoint where somebody begins."""
    return next(page for page, ability in PAGES.items() if actor.may(ability))


def navigation(actor: Actor) -> tuple[Link, ...]:
    """List the pages that this person begins from, the one that is shown marked."""
    pages = [page for page, ability in PAGES.items() if actor.may(ability)]
    shown = request.endpoint or ""
    if shown not in pages:
        area = shown.split(".")[0]
        shown = next((page for page in pages if page.split(".")[0] == area), "")
    labels = _labels(actor)
    return tuple(Link(url_for(page), labels[page], active=page == shown) for page in pages)


def _labels(actor: Actor) -> Mapping[str, str]:
    is_child = actor.audience is Audience.PUPIL
    rules = _("Our rules") if is_child else _("Protocol") if actor.protocol else _("Protocols")
    return {
        "teacher.groups": _("My groups"),
        "director.school": _("School"),
        "director.staff": _("Team"),
        "board.schools": _("Schools"),
        "feedback.inbox": _("Reports"),
        "admin.home": _("Administration"),
        "learn.home": _("My lessons") if is_child else _("My training"),
        "goals.goals": _("Goals"),
        "board_goals.goals": _("Goals"),
        "rules.protocol": rules,
        "protocols.overview": _("Write the protocol"),
    }
