"""Coming in by an account elsewhere: a link leads to the provider, and what comes back is looked at here, for every aim.

A link and not a form: browsers let a form go to this site alone (`form-action`), also where it is sent on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, flash, g, redirect, request, session, url_for
from flask_babel import gettext as _

from course.errors import Invalid, NotFound
from course.people.coming_in import SecondStep
from course.people.sign_in import tidy
from course.people.sign_on.arriving import arrive, link, take_invitation_up
from course.people.sign_on.asking import Aim, Answered, Back, Wanted, answered
from web.http.doors import ANYBODY, door
from web.http.hypermedia import gone_to
from web.http.identity import now, the_store
from web.http.language import reason
from web.http.limits import device
from web.http.sign_on import KEPT, come_back_to, way_to
from web.sign_in.routes import area, come_in, journal_kept
from web.sign_in.second import ASKED

if TYPE_CHECKING:
    from course.people.coming_in import SignIn


@area.get("/sign-in/with/<int:provider_id>")
@door(ANYBODY)
def sign_on(provider_id: int) -> Response:
    """Send somebody to a provider; with `again`, to show a secret there anew."""
    aim = Aim.AGAIN if request.args.get("again") else Aim.IN
    answer = redirect(way_to(provider_id, Wanted(aim)))
    answer.headers["Cache-Control"] = "no-store"
    return answer  # type: ignore[return-value]


@area.get("/sign-in/with/<int:provider_id>/back")
@door(ANYBODY)
def sign_on_back(provider_id: int) -> Response:
    """Take what a provider sends a browser back with; whatever else comes here is told to begin once more."""
    given = request.args
    back = Back(
        given.get("state", ""),
        session.pop(KEPT, ""),
        given.get("code", ""),
        given.get("error", ""),
        given.get("iss", ""),
    )
    is_here = g.actor is not None
    try:
        found = answered(the_store(), provider_id, back, come_back_to(provider_id), device().key, now())
        if found.wanted.aim is Aim.LINK:
            link(the_store(), g.actor, found, now(), device())
            flash(_("From now on you come in with %(name)s too.", name=found.provider.name), "good")
            return gone_to(url_for("account.password"))
        return _in(_arrived(found))
    except Invalid as wrong:
        flash(" ".join(reason(why) for why in wrong.fields.values()), "warn")
    except NotFound:
        flash(_("This link was used, or it is too old. Ask your administrator for a new one."), "warn")
    return gone_to(url_for("sign_in.front" if is_here else "sign_in.staff"))


def _arrived(found: Answered) -> SignIn | SecondStep:
    with the_store().write() as conn:
        tidy(conn, now(), journal_kept())
    if found.wanted.aim is Aim.INVITED:
        return take_invitation_up(the_store(), found, now(), device())
    return arrive(the_store(), found, now(), device())


def _in(came_in: SignIn | SecondStep) -> Response:
    if isinstance(came_in, SecondStep):
        session[ASKED] = came_in.token
        return gone_to(url_for("sign_in.second"))
    return come_in(came_in)
