"""Doors that ask once more who it is, `@door(…, fresh=True)`: the form that was sent is carried along and goes on by itself.

The page that asks sends the very form again, to the very address, with the secret beside it; so nothing is kept of it
meanwhile, and nothing is lost. A page that is only read is gone to again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app, g, request, session, url_for
from flask_babel import lazy_gettext as _l

from course.errors import Invalid
from course.people.fresh import has_passkey, is_fresh, show_again, show_passkey
from course.people.sign_on.own import own_accounts
from web.http.doors import door_at
from web.http.hypermedia import shown
from web.http.identity import keep_wanted_page, me, now, the_store
from web.http.language import reason
from web.http.limits import device
from web.http.site import passkey_site, vouched_url

if TYPE_CHECKING:
    from flask import Flask, Response

SECRET = "confirm"  # noqa: S105 - the name of a field
PASSKEY = "passkey_answer"
OWN_FIELDS = frozenset({"csrf_token", "owner", SECRET, PASSKEY})
"""What the page that asks puts in its form itself."""
SLIPS = (
    _l("This is neither your password nor a code of yours."),
    _l("Fill in your password or a code."),
)
"""What `course.people.fresh` may find wrong, listed so that the catalogs know it."""


def install(app: Flask) -> None:
    """Ask who it is where a door wants it fresh; after `identity.guard`, which says who may come at all."""

    @app.before_request
    def _show_again() -> Response | None:
        door = door_at(current_app, request.endpoint)
        if door is None or not door.fresh or g.actor is None or not _is_meant():
            return None
        if is_fresh(g.actor, now()):
            return None
        if not {SECRET, PASSKEY} & request.form.keys():
            return ask()
        return _taken()


def _is_meant() -> bool:
    """Whether this is what is to be fresh: where a page and its form share an address, the form alone."""
    rule = request.url_rule
    return request.method == "POST" or (rule is not None and "POST" not in (rule.methods or ()))


def _taken() -> Response | None:
    site = passkey_site()
    try:
        if site is not None and request.form.get(PASSKEY):
            token = session.pop("passkey", "")
            show_passkey(the_store(), me(), site, token, request.form[PASSKEY], now())
        else:
            show_again(the_store(), me(), request.form.get(SECRET, ""), now(), device())
    except Invalid as wrong:
        return ask(422, " ".join(reason(why) for why in wrong.fields.values()))
    return None


def ask(status: int = 401, slip: str = "") -> Response:
    """Show the page that asks, with what was sent."""
    is_form = request.method == "POST"
    carried = [pair for pair in request.form.items(multi=True) if pair[0] not in OWN_FIELDS]
    if not is_form:
        carried = [("next", request.full_path if request.query_string else request.path)]
    to = request.full_path if is_form else url_for("account.confirm")
    accounts = [one for one in own_accounts(the_store(), me()) if one.linked_at] if vouched_url() else []
    if accounts:
        keep_wanted_page()
    return shown(
        "fresh/ask.html",
        "fresh/_ask.html",
        status,
        carried=carried,
        to=to,
        slip=slip,
        accounts=accounts,
        passkeys=passkey_site() is not None and has_passkey(the_store(), me()),
    )
