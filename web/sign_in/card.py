"""The page behind the QR code of a pupil's card: script posts what stands behind the #, where no proxy sees it."""

from __future__ import annotations

from flask import Response, request
from flask_babel import gettext as _

from course.classroom.card_sign_in import sign_in_by_card
from course.errors import Invalid, NotFound
from web.http.doors import ANYBODY, door
from web.http.hypermedia import shown
from web.http.identity import now, the_store
from web.http.limits import device
from web.sign_in.routes import area, pupil_comes_in

LONGEST = 64
"""Characters of what a form may hold; a card holds 32."""


@area.route("/sign-in/card", methods=["GET", "POST"])
@door(ANYBODY)
def card() -> Response:
    """Let the holder of a card in, or tell why it does not work; without script, tell what to do instead."""
    if request.method == "GET":
        return _shown()
    try:
        came_in = sign_in_by_card(the_store(), request.form.get("card", "")[:LONGEST], now(), device())
    except NotFound:
        why = _("This card does not work any more. Ask your teacher for a new one.")
        return _shown(422, why)
    except Invalid:
        why = _("Your card works when your teacher has opened the lesson. Wait a moment, and scan it again.")
        return _shown(422, why)
    return pupil_comes_in(came_in.sign_in, came_in.code or None)


def _shown(status: int = 200, error: str = "") -> Response:
    return shown("sign_in/card.html", "sign_in/card.html", status, error=error)
