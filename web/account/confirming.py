"""Where a page that asks once more who it is sends what is read, not sent; see `web.http.fresh`."""

from __future__ import annotations

from flask import Response, current_app, request

from course.errors import Invalid
from course.people.roles import Ability
from web.account.routes import area
from web.http.addresses import endpoint_at
from web.http.doors import door, door_at
from web.http.hypermedia import gone_to
from web.http.identity import me


@area.post("/confirm")
@door(Ability.KEEP_PASSWORD, page="account.password", fresh=True)
def confirm() -> Response:
    """Go on to the page that was asked for, one of ours that this person may see."""
    wanted = request.form.get("next", "")
    known = door_at(current_app, endpoint_at(wanted)) if wanted.startswith("/") else None
    if known is None or wanted.startswith("//") or not known.lets_in(me()):
        raise Invalid(next="Do it once more.")
    return gone_to(wanted)
