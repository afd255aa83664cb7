"""Thin routes of the door."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Blueprint, Response, current_app, flash, g, request, session, url_for
from flask_babel import gettext as _

from course.administration.beginning import has_begun
from course.errors import Invalid, NotFound
from course.learning.lesson.trails import tidy, tidy_old
from course.people.coming_in import SecondStep, SignIn, Told
from course.people.posts import choices_of
from course.people.sign_in import sign_in_staff, sign_out, switch_role
from course.people.sign_on.providers import offered
from web.display.navigation import home_of
from web.display.roles import where
from web.http.converters import number
from web.http.doors import ANYBODY, SIGNED_IN, door
from web.http.hypermedia import gone_to, shown
from web.http.identity import now, sign_in_as, signed_in, the_store, wanted_page
from web.http.limits import device, remember_here
from web.http.site import passkey_site, vouched_url
from web.sign_in import codes
from web.sign_in.forms import CodeForm, StaffForm

if TYPE_CHECKING:
    from datetime import timedelta

area = Blueprint("sign_in", __name__)

BEGUN = "deelwijs.begun"
"""Key of the application's extensions."""


@area.get("/")
@door(ANYBODY)
def front() -> Response:
    """Offer the two doors, or show somebody who is in the way to the own first page."""
    if g.get("arrival") is not None:
        return gone_to(url_for("sign_in.roles"))
    if g.actor is not None:
        return gone_to(wanted_page(g.actor) or url_for(home_of(g.actor)))
    if not _has_begun():
        return _page("empty")
    return _page("front", form=CodeForm())


def _has_begun() -> bool:
    """Whether there is a board; once there is one, nobody asks again."""
    if not current_app.extensions.get(BEGUN):
        current_app.extensions[BEGUN] = has_begun(the_store())
    return bool(current_app.extensions[BEGUN])


@area.route("/sign-in/code", methods=["GET", "POST"])
@door(ANYBODY)
def code() -> Response:
    """Take a class code and show the names behind it.

    The QR code on the board leads here, also on a tablet on which somebody else is still signed in. What it holds stands
    behind a #, which no browser sends: script puts it in the form, and without script one types the code.
    """
    form = CodeForm()
    if request.method == "GET":
        return _page("front", form=form)
    if not form.validate():
        return _page("front", 422, form=form)
    try:
        codes.enter(form.code.data, form.key.data or "")
    except NotFound:
        form.code.errors = (
            _("This code does not work, or the lesson has ended. Look at the board once more."),
        )
        return _page("front", 422, form=form)
    return gone_to(url_for("sign_in.tiles"))


@area.get("/sign-in/class")
@door(ANYBODY)
def tiles() -> Response:
    """Show the names of the class whose code let this browser in; without one the start asks for it."""
    if codes.code_here() is None:
        return gone_to(url_for("sign_in.front"))
    return _page("tiles", door=codes.door_here())


@area.route("/sign-in", methods=["GET", "POST"])
@door(ANYBODY)
def staff() -> Response:
    """Let staff in with e-mail address and password."""
    form = StaffForm()
    if request.method != "POST":
        return _staff_page(form)
    if not form.validate():
        return _staff_page(form, 422)
    try:
        came_in = sign_in_staff(
            the_store(), form.email.data, form.password.data, now(), device(), journal_kept()
        )
    except Invalid:
        form.password.errors = (_("This e-mail address and password do not belong together."),)
        return _staff_page(form, 422)
    if isinstance(came_in, SecondStep):
        session["second"] = came_in.token
        return gone_to(url_for("sign_in.second"))
    return come_in(came_in)


@area.get("/roles")
@door(SIGNED_IN)
def roles() -> Response:
    """Let who has several roles choose in which to be here."""
    who = signed_in()
    choices = choices_of(the_store(), who.person_id, now())
    return _page("roles", choices=choices, person=who.name, where=where)


@area.post("/roles")
@door(SIGNED_IN, page="sign_in.roles")
def choose_role() -> Response:
    """Be here in another of the own roles, without signing in again; the front door then shows the way."""
    who = signed_in()
    switch_role(the_store(), who.person_id, who.sign_in, number("role"), now())
    return gone_to(url_for("sign_in.front"))


@area.post("/sign-out")
@door(SIGNED_IN, page="sign_in.front")
def out() -> Response:
    """End this session on the server too, and forget it here."""
    sign_out(the_store(), session.pop("token"))
    tidy(the_store(), now())
    session.pop("owner", None)
    return gone_to(url_for("sign_in.front"))


def pupil_comes_in(came_in: SignIn, code: str | None) -> Response:
    """Begin a pupil's session, and tell what is to be told."""
    answer = _come_in(came_in, code)
    for told in came_in.told:
        flash(_words(told), "warn" if told is Told.ELSEWHERE else "info")
    return answer


def come_in(came_in: SignIn) -> Response:
    """Let a member of staff in who has shown all that was asked, and let go of what is old enough."""
    tidy(the_store(), now())
    tidy_old(the_store(), now())
    return _come_in(came_in)


def _come_in(came_in: SignIn, code: str | None = None) -> Response:
    """Begin the session; the front door then shows everybody the way: back to where one was, or to the own first page."""
    sign_in_as(came_in.token, came_in.person_id, code)
    answer = gone_to(url_for("sign_in.front"))
    return remember_here(answer, came_in.mark) if came_in.mark else answer


def _words(told: Told) -> str:
    if told is Told.NEW_PICTURES:
        return str(_("Your teacher made new pictures for you."))
    if told is Told.NEW_WORDS:
        return str(_("Your teacher drew new words for you."))
    return str(_("You are in on another device too. Is that not you? Tell your teacher."))


def journal_kept() -> timedelta:
    """Say how long the journal is kept: what is older goes when somebody comes in."""
    kept: timedelta = current_app.config["JOURNAL_KEPT"]
    return kept


def _staff_page(form: StaffForm, status: int = 200) -> Response:
    """Show all ways in for staff: a password, a passkey, and the accounts elsewhere that a board takes."""
    ways = offered(the_store()) if vouched_url() else ()
    return _page("staff", status, form=form, passkeys=passkey_site() is not None, ways=ways)


def _page(name: str, status: int = 200, **context: Any) -> Response:
    template = f"sign_in/{name}.html"
    return shown(template, template, status, **context)
