"""Thin routes of the register: what people ask about their own data, answered within a month."""

from __future__ import annotations

import json
from datetime import date

from flask import Response, request, url_for
from flask_babel import gettext as _

from course.errors import Invalid
from course.people.roles import Ability
from course.privacy import requests
from course.privacy.requests import Kind, Outcome
from course.reading.told import told
from web.admin.doing import did, origin
from web.admin.routes import area
from web.display.known import known_parts
from web.http.doors import door
from web.http.hypermedia import shown
from web.http.identity import me, the_store


@area.get("/requests", endpoint="requests")
@door(Ability.KEEP_PEOPLE)
def register() -> Response:
    """Show the requests: open ones first, with the day on which each is due."""
    found = requests.requests_in_sight(the_store(), me())
    return shown(
        "admin/requests.html",
        "admin/_requests.html",
        open_ones=[one for one in found if one.done_on is None],
        done_ones=[one for one in found if one.done_on is not None],
        kinds=_kinds(),
        outcomes=_outcomes(),
    )


@area.post("/people/<int:person_id>/requests")
@door(Ability.KEEP_PEOPLE, page="admin.person")
def ask(person_id: int) -> Response:
    """Write a request down."""
    return did(
        lambda: requests.register(the_store(), me(), person_id, _kind(), _day(), origin()),
        _("The request is written down. It has to be answered within a month."),
        url_for("admin.requests"),
    )


@area.post("/requests/<int:request_id>/close")
@door(Ability.KEEP_PEOPLE, page="admin.requests")
def answer(request_id: int) -> Response:
    """Write down what came of a request."""
    outcome = next((one for one in Outcome if one.value == request.form.get("outcome")), Outcome.DONE)
    return did(
        lambda: requests.close(the_store(), me(), request_id, outcome, origin()),
        _("The request is closed."),
        url_for("admin.requests"),
    )


@area.post("/requests/<int:request_id>/export")
@door(Ability.KEEP_PEOPLE, page="admin.requests", fresh=True)
def export_person(request_id: int) -> Response:
    """Give all that is known of who asked: as a page that prints, or as a file."""
    known = requests.export(the_store(), me(), request_id, origin())
    if request.form.get("format") != "file":
        return shown("admin/known.html", "admin/known.html", known=known, parts=known_parts(known))
    file = Response(json.dumps(known.plain(), ensure_ascii=False, indent=1), mimetype="application/json")
    file.headers["Content-Disposition"] = f'attachment; filename="deelwijs-{known.person_id}.json"'
    file.headers["Cache-Control"] = "no-store, private"
    return file


@area.post("/requests/<int:request_id>/erase")
@door(Ability.KEEP_PEOPLE, page="admin.requests", fresh=True)
def erase_person(request_id: int) -> Response:
    """Let go of who asked for it, with all that was theirs."""
    return did(
        lambda: requests.erase(the_store(), me(), request_id, origin()),
        _("The person is erased, with all that was theirs. The figures of groups are right without them."),
        url_for("admin.requests"),
    )


def _kind() -> Kind:
    found = next((one for one in Kind if one.value == request.form.get("kind")), None)
    if found is None:
        raise Invalid(kind=told("Say what is asked."))
    return found


def _day() -> date:
    try:
        return date.fromisoformat(request.form.get("asked_on", ""))
    except ValueError:
        raise Invalid(asked_on=told("Give the day on which it was asked: today or before.")) from None


def _kinds() -> dict[str, str]:
    return {
        Kind.ACCESS.value: _("to see all that is kept"),
        Kind.CORRECTION.value: _("to have something corrected"),
        Kind.ERASURE.value: _("to be erased"),
    }


def _outcomes() -> dict[str, str]:
    return {
        Outcome.DONE.value: _("done"),
        Outcome.REFUSED.value: _("refused, with the reason told"),
        Outcome.WITHDRAWN.value: _("withdrawn"),
    }
