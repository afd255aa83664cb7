"""What the page for whoever wants to talk shows: for this reader, at this school, and outside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import session

from course.contacts.behind_code import Place, school_behind
from course.norms.help_lines import help_for
from course.norms.model import Audience
from web.display.contacts import Reachable, reachable_at
from web.http.identity import library_under, the_content, the_store

if TYPE_CHECKING:
    from datetime import datetime

    from course.norms.help_lines import HelpLine
    from course.people.actor import Actor

VISITORS = (Audience.PUPIL, Audience.PARENT, Audience.TEACHER)
"""As whom somebody may read who has not signed in."""


@dataclass(frozen=True, slots=True)
class TalkPage:
    """Whom one reader can turn to."""

    audience: Audience
    may_choose: bool
    """Whether nobody knows who reads, so that the reader says it."""
    school_name: str
    contacts: tuple[Reachable, ...]
    help_lines: tuple[HelpLine, ...]


def talk_page(actor: Actor | None, chosen: str, now: datetime) -> TalkPage:
    """Gather whom one can turn to: at the school of who is signed in, or behind whose class code this browser is."""
    place = _place(actor, now)
    audience = actor.audience if actor else _chosen(chosen)
    norms = library_under(place.protocol).norms if place else the_content().norms
    protocol = norms.protocols.get(place.protocol) if place else None
    return TalkPage(
        audience,
        actor is None,
        place.school_name if place else "",
        reachable_at(place.school_id, protocol, audience) if place else (),
        help_for(the_content().norms, audience),
    )


def _place(actor: Actor | None, now: datetime) -> Place | None:
    if actor is None:
        code = session.get("door")
        return school_behind(the_store(), code, now) if code else None
    if actor.school_id is None or actor.protocol is None:
        return None
    return Place(actor.school_id, actor.school_name, actor.protocol)


def _chosen(typed: str) -> Audience:
    return next((one for one in VISITORS if one.value == typed), Audience.PUPIL)
