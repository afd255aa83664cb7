"""Thin routes of how long a school keeps what, and of what would go today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Response, current_app, url_for
from flask_babel import gettext as _

from course.people.access import school_in_sight
from course.people.roles import Ability
from course.privacy.board_terms import board_days
from course.privacy.retention import TERMS, Kept, set_terms, terms_of
from course.privacy.tidying import would_go
from web.admin.doing import did, origin
from web.admin.routes import area
from web.http.converters import number
from web.http.doors import door
from web.http.hypermedia import shown
from web.http.identity import me, now, the_store

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.privacy.retention import Term


@dataclass(frozen=True, slots=True)
class TermLine:
    """How long one thing is kept, and how much of it would go today."""

    kind: str
    words: str
    days: int
    term: Term
    goes: int


@area.get("/schools/<int:school_id>/retention")
@door(Ability.KEEP_PEOPLE)
def retention(school_id: int) -> Response:
    """Show how long the school keeps what, and what would go today."""
    with the_store().read() as conn:
        school = school_in_sight(conn, me(), school_id, Ability.KEEP_PEOPLE)
        days = terms_of(conn, school.id)
        board = board_days(conn, school.board_id, current_app.config["JOURNAL_KEPT"])
    goes = would_go(the_store(), me(), school_id, now()).counts
    words = _words()
    lines = [
        TermLine(kind.value, words[kind], days[kind], term, goes[kind.value]) for kind, term in TERMS.items()
    ]
    return shown("admin/retention.html", "admin/_retention.html", school=school, lines=lines, board=board)


@area.post("/schools/<int:school_id>/retention")
@door(Ability.KEEP_PEOPLE)
def set_retention(school_id: int) -> Response:
    """Keep things for so many days from now on."""
    return did(
        lambda: set_terms(
            the_store(), me(), school_id, {kind: number(kind.value) for kind in TERMS}, origin()
        ),
        _("These terms hold from now on."),
        url_for("admin.retention", school_id=school_id),
    )


def _words() -> Mapping[Kept, str]:
    return {
        Kept.PUPILS: _("Pupils who left the school, with all they learned"),
        Kept.STAFF: _("Staff who left the school"),
        Kept.LESSONS: _("When the lesson of a group was open, and who opened it"),
        Kept.EVIDENCE: _("Evidence of goals"),
        Kept.DRAFTS: _("Drafts of rules that were put away"),
        Kept.REQUESTS: _("Requests about one's own data that were answered"),
    }
