"""Coming in with a passkey: the browser is asked for one, and shows it in place of address and password."""

from __future__ import annotations

from flask import Response, flash, request, session, url_for

from course.errors import Invalid, NotFound
from course.people.factors.passkeys import Site, ask_for_one, sign_in_by_passkey
from web.http.bodies import Bound, takes
from web.http.doors import ANYBODY, door
from web.http.hypermedia import gone_to
from web.http.identity import now, the_store
from web.http.language import reason
from web.http.limits import device
from web.http.site import passkey_site
from web.sign_in.routes import area, come_in

ASKED = "passkey"
"""What the cookie keeps the name of what was asked as."""


@area.post("/sign-in/passkey/options")
@door(ANYBODY, page="sign_in.staff")
def passkey_options() -> Response:
    """Tell a browser what to ask its owner for."""
    session[ASKED], options = ask_for_one(the_store(), _site(), now())
    return Response(options, mimetype="application/json", headers={"Cache-Control": "no-store"})


@area.post("/sign-in/passkey")
@door(ANYBODY, page="sign_in.staff")
@takes(Bound(bytes=16 * 1024, seconds=10))
def passkey() -> Response:
    """Let in whose passkey it is."""
    answer = request.form.get("passkey_answer", "")
    try:
        came_in = sign_in_by_passkey(the_store(), _site(), session.pop(ASKED, ""), answer, now(), device())
    except Invalid as wrong:
        flash(" ".join(reason(why) for why in wrong.fields.values()), "warn")
        return gone_to(url_for("sign_in.staff"))
    return come_in(came_in)


def _site() -> Site:
    if (site := passkey_site()) is None:
        raise NotFound("page", "")
    return site
