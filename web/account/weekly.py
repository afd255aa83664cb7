"""Thin routes of the letter of the week: asked for at one's account, stopped there or by the link in it."""

from __future__ import annotations

from flask import Response, current_app, flash, request, url_for
from flask_babel import gettext as _

from course.people.mail.weekly import ask, may_want, stop
from course.people.roles import Ability
from web.account.routes import area
from web.http.doors import ANYBODY, door
from web.http.hypermedia import gone_to, shown
from web.http.identity import me, now, the_store
from web.mail.stopping import who_stops


@area.post("/weekly")
@door(Ability.KEEP_PASSWORD, page="account.password")
def choose_weekly() -> Response:
    """Ask for the letter of the week, or stop it."""
    if request.form.get("wanted") == "yes" and may_want(me()):
        ask(the_store(), me().person_id, now())
        flash(_("From this week on you get a letter with the figures, once a week."), "good")
    else:
        stop(the_store(), me().person_id)
        flash(_("You get no weekly letter any more."), "good")
    return gone_to(url_for("account.password", _anchor="weekly"))


@area.route("/stop", methods=["GET", "POST"])
@door(ANYBODY)
def stop_weekly() -> Response:
    """Stop the letter for whom its signed link names, signed in or not; a mail program does so with one POST.

    Reading the page changes nothing: programs look at links before people do.
    """
    person = who_stops(str(current_app.secret_key), request.args.get("t", ""))
    is_stopped = request.method == "POST" and person is not None
    if is_stopped and person is not None:
        stop(the_store(), person)
    template = "account/stop.html"
    return shown(template, template, is_known=person is not None, is_stopped=is_stopped)
