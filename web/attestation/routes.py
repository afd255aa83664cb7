"""Thin routes of confirming the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, url_for
from flask_babel import gettext as _

from course.figures.staff_reminders import Kind
from course.people.roles import Ability
from course.rulebooks.attesting import asked_of, sign, signers_of
from web.attestation.views import asked_view, signers_view
from web.display.staff_reminders import remind_of, remind_view
from web.http.converters import number
from web.http.doors import door
from web.http.hypermedia import gone_to, shown
from web.http.identity import me, now, the_library, the_store

if TYPE_CHECKING:
    from flask import Response

area = Blueprint("attestation", __name__, url_prefix="/rules/confirmed")


@area.get("/")
@door(Ability.SIGN_RULES)
def mine() -> Response:
    """Show what is asked: the whole for who never confirmed, else only what changed."""
    asked = asked_of(the_store(), the_library(), me())
    view = asked_view(asked, the_library(), me().protocol or "")
    return shown("attestation/mine.html", "attestation/_mine.html", view=view)


@area.post("/")
@door(Ability.SIGN_RULES)
def confirm() -> Response:
    """Confirm the version that was shown; a newer one is shown first."""
    sign(the_store(), the_library(), me(), number("version"), now())
    flash(_("Thank you. It is noted that you read it."))
    return gone_to(url_for("attestation.mine"))


@area.get("/team")
@door(Ability.STAFF_NAMES)
def team() -> Response:
    """Show a director who of the team confirmed the version in force, and who has not yet."""
    signers = signers_of(the_store(), the_library(), me())
    remind = remind_view(Kind.PROTOCOL, is_anybody_left=bool(signers.version and signers.missing))
    return shown("attestation/team.html", "attestation/_team.html", view=signers_view(signers), remind=remind)


@area.post("/team/reminders")
@door(Ability.STAFF_NAMES, page="attestation.team")
def remind_team() -> Response:
    """Remind whoever of the team has not confirmed the version in force."""
    remind_of(Kind.PROTOCOL)
    return gone_to(url_for("attestation.team"))
