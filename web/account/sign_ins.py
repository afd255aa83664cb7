"""Thin routes of where one is in: each can be ended, and all others at once."""

from __future__ import annotations

from flask import Response, flash, request, url_for
from flask_babel import gettext as _

from course.people.own_sign_ins import end_others, end_own
from course.people.roles import Ability
from web.account.routes import area
from web.http.doors import door
from web.http.hypermedia import gone_to
from web.http.identity import me, the_store


@area.post("/sign-ins/end")
@door(Ability.KEEP_PASSWORD, page="account.password")
def end_sign_in() -> Response:
    """Be out on one device."""
    end_own(the_store(), me(), request.form.get("sign_in", ""))
    flash(_("You are out on that device."), "good")
    return gone_to(url_for("account.password", _anchor="sign-ins"))


@area.post("/sign-ins/others/end")
@door(Ability.KEEP_PASSWORD, page="account.password")
def end_other_sign_ins() -> Response:
    """Be out everywhere but here."""
    end_others(the_store(), me())
    flash(_("You are out everywhere but here."), "good")
    return gone_to(url_for("account.password", _anchor="sign-ins"))
