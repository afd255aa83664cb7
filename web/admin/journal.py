"""Thin routes of the journal: read with filters, and taken along as CSV."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from flask import Response, request, url_for
from flask_babel import format_datetime

from course.administration.journal_page import Wanted, export_journal, journal_page
from course.journal.journal import Event
from course.people.roles import Ability
from web.admin.doing import origin
from web.admin.journal_words import detail_words, event_words
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
        "admin/journal.html",
        "admin/_journal.html",
        lines=lines,
        older=older,
        asked=asked,
        words=event_words(),
        detail_words=detail_words,
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
