"""The page of settings of a board: how its staff sign in."""

from __future__ import annotations

from flask import Response, flash, request, url_for
from flask_babel import gettext as _

from course.administration.sign_in_rules import ask_second_step_of, second_step_for
from course.people.factors.required import CAN_BE_ASKED
from course.people.roles import Ability
from web.admin.doing import origin
from web.admin.routes import area
from web.display.roles import role_name
from web.http.doors import door
from web.http.hypermedia import gone_to, shown
from web.http.identity import me, the_store


@area.route("/settings", methods=["GET", "POST"])
@door(Ability.KEEP_PEOPLE, fresh=True)
def settings() -> Response:
    """Show how staff sign in, and take of which roles a second step is asked."""
    if request.method == "POST":
        whom = {role for role in CAN_BE_ASKED if role.value in request.form.getlist("second_step")}
        ask_second_step_of(the_store(), me(), whom, origin())
        flash(_("It is kept, and holds from everybody's next sign-in."), "good")
        return gone_to(url_for("admin.settings"))
    asked = second_step_for(the_store(), me())
    return shown(
        "admin/settings.html",
        "admin/_settings.html",
        roles=[(role, role_name(role), role in asked) for role in CAN_BE_ASKED],
    )
