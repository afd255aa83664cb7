"""Thin routes of reports: a form for anybody, and the list of who keeps the board."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Blueprint, g, request, url_for
from flask_babel import gettext as _

from course.errors import Invalid
from course.feedback import reports
from course.feedback.places import place_named
from course.people.roles import Ability
from web.http.doors import ANYBODY, door
from web.http.hypermedia import gone_to, shown
from web.http.identity import me, now, the_library, the_store
from web.http.limits import address, browser

if TYPE_CHECKING:
    from flask import Response

    from course.feedback.places import Place
    from course.feedback.reports import Report

area = Blueprint("feedback", __name__, url_prefix="/feedback")


@dataclass(frozen=True, slots=True)
class FormView:
    """The form with what was typed already, and what is wrong with it."""

    place: Place
    words: str = ""
    name: str = ""
    error: str = ""


@dataclass(frozen=True, slots=True)
class Received:
    """One report with the place that it is about."""

    report: Report
    place: Place
    url: str
    """Where one sees what it is about; empty where there is no page of it."""


@area.get("/")
@door(ANYBODY)
def form() -> Response:
    """Ask what is wrong, at the place that the address names."""
    return _form(FormView(place_named(the_library(), request.args.get("about", ""))))


@area.post("/")
@door(ANYBODY)
def send() -> Response:
    """Keep a report; who sent it is not kept, and many in a row wait."""
    about, words, name = (request.form.get(field, "") for field in ("about", "words", "name"))
    place = place_named(the_library(), about)
    try:
        reports.send(the_store(), g.actor, place.key, words, name, now(), whence=(address(), browser()))
    except Invalid as wrong:
        return _form(FormView(place, words, name, _why_not(wrong.fields["words"])), 422)
    return gone_to(url_for("feedback.thanks"))


@area.get("/thanks")
@door(ANYBODY)
def thanks() -> Response:
    """Say that it came through."""
    return shown("feedback/thanks.html", "feedback/thanks.html")


@area.get("/inbox")
@door(Ability.BOARD_COUNTS)
def inbox() -> Response:
    """List what readers said is wrong."""
    library = the_library()
    received = [
        Received(one, place := place_named(library, one.about), _page_of(place))
        for one in reports.open_reports(the_store(), me())
    ]
    return shown("feedback/inbox.html", "feedback/inbox.html", received=received)


@area.post("/<int:report>/done")
@door(Ability.BOARD_COUNTS, page="feedback.inbox")
def done(report: int) -> Response:
    """Take a report out that was dealt with."""
    reports.deal_with(the_store(), me(), report)
    return gone_to(url_for("feedback.inbox"))


def _form(view: FormView, status: int = 200) -> Response:
    return shown("feedback/form.html", "feedback/form.html", status, view=view)


def _why_not(message_id: str) -> str:
    if message_id == "report-empty":
        return str(_("Write in a sentence what is wrong."))
    return str(_("That is too long. A few sentences are enough."))


def _page_of(place: Place) -> str:
    """Give the page that who keeps the board may see; lessons and quizzes have none for them."""
    whole, _slash, part = place.key.partition(":")[2].partition("/")
    return url_for("rules.protocol", protocol=whole, _anchor=part or None) if place.kind == "protocol" else ""
