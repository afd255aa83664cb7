"""The page on which an administrator of the board says where learning records go; nowhere until then."""

from __future__ import annotations

from flask import Response, current_app, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from course.administration.records import keep_records, kept_records
from course.people.roles import Ability
from web.admin.doing import did, origin
from web.admin.routes import area
from web.http.doors import door
from web.http.hypermedia import shown
from web.http.identity import me, the_store
from web.http.limits import device

SLIPS = (_l("Fill in an address, a user name and a password."), _l("One of the fields is too long."))
"""What `course.learning.records` may find wrong, listed so that the catalogs know it."""


@area.get("/records")
@door(Ability.KEEP_PEOPLE)
def records() -> Response:
    """Show where records go, how many went, and the form."""
    kept = kept_records(the_store(), me())
    has_url = bool(current_app.config["URL"])
    return shown("admin/records.html", "admin/records.html", kept=kept, has_url=has_url)


@area.post("/records")
@door(Ability.KEEP_PEOPLE, fresh=True)
def keep_record_store() -> Response:
    """Name the store, and turn it on or off."""
    form = request.form
    given = form.get("address", ""), form.get("username", ""), form.get("password", "")
    return did(
        lambda: keep_records(the_store(), me(), given, device().key, origin(), is_on="on" in form),
        _("It is kept.") if "on" in form else _("It is kept. Nothing is sent while it is off."),
        url_for("admin.records"),
    )
