"""The director confirms what was logged or asks back, and who logged it replies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, url_for
from flask_babel import gettext as _

from course.errors import Invalid
from course.goals.mentions import NAMED, warn_of_names
from course.goals.reviews import ask_back, confirm_entry, reply_to
from course.people.roles import Ability
from web.goals.forms import WordsForm
from web.goals.routes import STORY, area
from web.http import bodies
from web.http.doors import door
from web.http.hypermedia import gone_to
from web.http.identity import me, now, the_store
from web.http.language import reason

if TYPE_CHECKING:
    from flask import Response


@area.post("/evidence/<int:evidence>/confirm")
@door(Ability.LEAD_SCHOOL, page="goals.log")
def confirm(evidence: int) -> Response:
    """Confirm an entry."""
    confirm_entry(the_store(), me(), evidence, now())
    flash(_("Confirmed."), "good")
    return gone_to(url_for("goals.log", _anchor=f"entry-{evidence}"))


@area.post("/evidence/<int:evidence>/ask")
@door(Ability.LEAD_SCHOOL, page="goals.log")
@bodies.takes(STORY)
def ask(evidence: int) -> Response:
    """Ask back."""
    try:
        ask_back(the_store(), me(), evidence, WordsForm().words.data or "", now())
        flash(_("Your question stands beside it in the logbook."), "good")
    except Invalid as wrong:
        flash(reason(next(iter(wrong.fields.values()))), "warn")
    return gone_to(url_for("goals.log", _anchor=f"entry-{evidence}"))


@area.post("/evidence/<int:evidence>/reply")
@door(Ability.NOTE_EVIDENCE, page="goals.log")
@bodies.takes(STORY)
def reply(evidence: int) -> Response:
    """Say something back."""
    words = WordsForm().words.data or ""
    try:
        warn_of_names(the_store(), me(), None, words)
        reply_to(the_store(), me(), evidence, words)
        flash(_("Your reply stands beside it in the logbook."), "good")
    except Invalid as wrong:
        why = next(iter(wrong.fields.values()))
        flash(
            _("There is a pupil's name in it. Say it without that name.") if why == NAMED else reason(why),
            "warn",
        )
    return gone_to(url_for("goals.log", _anchor=f"entry-{evidence}"))
