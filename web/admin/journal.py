"""Thin routes of the journal: read with filters, and taken along as CSV."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from flask import Response, request, url_for
from flask_babel import format_datetime
from flask_babel import gettext as _

from course.administration.journal_page import Wanted, export_journal, journal_page
from course.journal.journal import Event
from course.people.roles import Ability
from web.admin.doing import origin
from web.admin.routes import area
from web.http.converters import whole
from web.http.doors import door
from web.http.hypermedia import shown
from web.http.identity import me, the_store

if TYPE_CHECKING:
    from collections.abc import Mapping

    from werkzeug.datastructures import MultiDict


FILTERS = ("event", "since", "until", "person")


@area.get("/journal")
@door(Ability.KEEP_PEOPLE)
def journal() -> Response:
    """Show what was told, newest first."""
    wanted = _wanted(request.args)
    page = journal_page(the_store(), me(), wanted, request.args.get("before", type=whole))
    asked = {name: request.args[name] for name in FILTERS if request.args.get(name)}
    older = _older(asked, page.next_before)
    lines = [(format_datetime(one.at, "d MMM yyyy HH:mm"), one) for one in page.lines]
    return shown(
        "admin/journal.html", "admin/_journal.html", lines=lines, older=older, asked=asked, words=_words()
    )


@area.post("/journal/export")
@door(Ability.KEEP_PEOPLE, page="admin.journal", fresh=True)
def export() -> Response:
    """Give the lines that are asked for as CSV; the journal tells of it."""
    answer = Response(export_journal(the_store(), me(), _wanted(request.form), origin()), mimetype="text/csv")
    answer.headers["Content-Disposition"] = "attachment; filename=deelwijs-journaal.csv"
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _older(asked: Mapping[str, str], before: int | None) -> str | None:
    """Lead to the next part, with the same filters."""
    if before is None:
        return None
    values: dict[str, Any] = {**asked, "before": before}
    return url_for("admin.journal", **values)


def _wanted(given: MultiDict[str, str]) -> Wanted:
    known = {one.value: one for one in Event}
    return Wanted(
        known.get(given.get("event", "")),
        _day(given.get("since", "")),
        _day(given.get("until", "")),
        given.get("person", type=whole),
    )


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def _words() -> Mapping[str, str]:
    """What each kind of line is called; one that has no words yet is shown by its own name."""
    said = {
        Event.SIGNED_IN: _("signed in"),
        Event.REFUSED: _("wrong secret"),
        Event.SLOWED_DOWN: _("has to wait after many wrong ones"),
        Event.LET_TRY_AGAIN: _("may try again"),
        Event.LET_IN: _("let in by the teacher"),
        Event.NEW_PICTURES: _("new sign-in card"),
        Event.NEW_CARD: _("new QR card"),
        Event.CARD_ENDED: _("QR card ended"),
        Event.NEW_PASSWORD: _("new password of one's own"),
        Event.DRAWN_PASSWORD: _("password drawn by the program"),
        Event.INVITED: _("link for one use made"),
        Event.SIGNED_OUT_BY: _("signed out everywhere by an administrator"),
        Event.FACTOR_ADDED: _("second step set up"),
        Event.FACTOR_REMOVED: _("second step taken off"),
        Event.RESET_ASKED: _("new password asked by mail"),
        Event.SIGN_IN_CHANGED: _("way of signing in changed"),
        Event.ROLE_GIVEN: _("role given"),
        Event.ROLE_ENDED: _("role ended"),
        Event.PERSON_CHANGED: _("person changed"),
        Event.GROUP_CHANGED: _("group changed"),
        Event.SCHOOL_CHANGED: _("school changed"),
        Event.JOINED: _("came into a group"),
        Event.LEFT: _("left a group"),
        Event.MERGED: _("two entries made one"),
        Event.ERASED: _("person erased"),
        Event.EXPORTED: _("something exported"),
        Event.ASKED: _("request about one's own data"),
        Event.YEAR_BEGUN: _("new school year begun"),
        Event.YEAR_UNDONE: _("new school year undone"),
        Event.ROSTER_IMPORTED: _("file read in"),
        Event.RULES_PUBLISHED: _("rules published"),
        Event.RULES_ADOPTED: _("rules adopted"),
        Event.BACKED_UP: _("backup made"),
        Event.RESTORED: _("backup put back"),
    }
    return {one.value: said.get(one, one.value) for one in Event}
