"""One's own passkeys: made on this device, called something, and removed."""

from __future__ import annotations

from flask import Response, flash, request, session, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from course.errors import Invalid, NotFound
from course.people.factors import passkeys
from course.people.roles import Ability
from web.account.routes import area
from web.account.second_step import codes_told
from web.http.bodies import Bound, takes
from web.http.converters import number
from web.http.doors import door
from web.http.hypermedia import gone_to
from web.http.identity import me, now, the_store
from web.http.language import reason
from web.http.limits import device
from web.http.site import passkey_site

ASKED = "new-passkey"
"""What the cookie keeps the name of what was asked as."""
SLIPS = (
    _l("This passkey is not known here, or it took too long. Try once more."),
    _l("You have ten passkeys. Remove one first."),
    _l("Give it a name."),
)
"""What `course.people.factors.passkeys` may find wrong, listed so that the catalogs know it."""


@area.post("/passkeys/options")
@door(Ability.KEEP_PASSWORD, page="account.second_step", fresh=True)
def passkey_options() -> Response:
    """Tell a browser what passkey to make."""
    session[ASKED], options = passkeys.ask_new(the_store(), me(), _site(), now())
    return Response(options, mimetype="application/json", headers={"Cache-Control": "no-store"})


@area.post("/passkeys")
@door(Ability.KEEP_PASSWORD, page="account.second_step")
@takes(Bound(bytes=32 * 1024, seconds=10))
def add_passkey() -> Response:
    """Keep the passkey that the browser made."""
    answer = request.form.get("passkey_answer", "")
    try:
        codes = passkeys.add(the_store(), me(), _site(), session.pop(ASKED, ""), answer, now(), device())
    except Invalid as wrong:
        flash(" ".join(reason(why) for why in wrong.fields.values()), "warn")
        return _back()
    flash(_("The passkey is made. You can sign in with it, without a password."), "good")
    return codes_told(codes) if codes else _back()


@area.post("/passkeys/name")
@door(Ability.KEEP_PASSWORD, page="account.second_step")
def rename_passkey() -> Response:
    """Call a passkey otherwise."""
    try:
        passkeys.rename(the_store(), me(), number("passkey"), request.form.get("name", ""))
    except Invalid as wrong:
        flash(" ".join(reason(why) for why in wrong.fields.values()), "warn")
    return _back()


@area.post("/passkeys/remove")
@door(Ability.KEEP_PASSWORD, page="account.second_step", fresh=True)
def remove_passkey() -> Response:
    """Let a passkey open nothing any more."""
    passkeys.remove(the_store(), me(), number("passkey"), now(), device())
    flash(_("The passkey opens nothing here any more. You can remove it from your device too."), "good")
    return _back()


def _back() -> Response:
    return gone_to(url_for("account.second_step", _anchor="passkeys"))


def _site() -> passkeys.Site:
    if (site := passkey_site()) is None:
        raise NotFound("page", "")
    return site
