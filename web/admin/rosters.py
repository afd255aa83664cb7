"""The way of a roster through the browser: chosen, looked at, written; and what each step shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, flash, request, url_for
from flask_babel import gettext as _

from course.calendar import school_day, school_year
from course.errors import NotFound, Stale
from course.journal.journal import Origin, coarse
from course.people.access import school_in_sight
from course.people.roles import Ability
from course.rosters import imports
from course.rosters.cautions import cautions
from course.rosters.csv_columns import Column, guess_columns, template
from course.rosters.csv_roster import read_csv_roster
from course.rosters.csv_table import read_table
from course.rosters.files import kind_of, read_roster
from course.rosters.model import RosterKind, RosterReading
from course.rosters.problems import NotARoster, RosterProblems
from course.rosters.progress import how_far, noted
from course.rosters.settings import keep_columns, read_settings
from web.admin import roster_views as views
from web.admin.routes import area
from web.http import bodies
from web.http.doors import door
from web.http.hypermedia import gone_to, shown
from web.http.identity import me, now, the_store
from web.http.limits import address

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.people.access import School

FILE = bodies.Bound(bytes=16 * 1024 * 1024 + 64 * 1024, seconds=90)
"""Four times the largest school of the country with every field; more goes through `deelwijs roster`."""
COLUMN = "column"


@area.route("/schools/<int:school_id>/roster", methods=["GET", "POST"])
@door(Ability.KEEP_PEOPLE)
@bodies.takes(FILE)
def roster(school_id: int) -> Response:
    """Show how a roster comes in, and take a file: it leads to its preview, or tells what is wrong."""
    school = _school(school_id)
    if request.method != "POST":
        return _asked(views.UploadView(school))
    file = request.files.get("file")
    content = file.read() if file and file.filename else b""
    if not content:
        return _asked(views.UploadView(school, lacks_file=True), 422)
    read = _read(school, content, school_year(school_day(now())))
    if isinstance(read, views.ColumnsView):
        return _asked(views.UploadView(school, columns=read))
    return _taken(school, read)


def _taken(school: School, reading: RosterReading) -> Response:
    """Keep what was read until it is confirmed, or tell what keeps it out."""
    problems = reading.problems
    if reading.roster:
        problems += imports.wrong_year(reading.roster, school_day(now()))
    if reading.roster is None or any(one.is_error for one in problems):
        return _asked(views.UploadView(school, problems=views.problem_lines(problems)), 422)
    waiting = imports.prepare(the_store(), school, reading.roster, me().person_id, now(), problems)
    return gone_to(url_for("admin.preview", school_id=school.id, import_id=waiting.id))


@area.get("/roster-template.csv")
@door(Ability.KEEP_PEOPLE)
def roster_template() -> Response:
    """Give an example of a CSV file to fill in."""
    answer = Response(template(), mimetype="text/csv")
    answer.headers["Content-Disposition"] = "attachment; filename=deelwijs-leerlingen.csv"
    return answer


@area.route("/schools/<int:school_id>/roster/<int:import_id>", methods=["GET", "POST"])
@door(Ability.KEEP_PEOPLE)
def preview(school_id: int, import_id: int) -> Response:
    """Show what a roster would change, and write it as it was shown."""
    school = _school(school_id)
    if request.method != "POST":
        return _previewed(school, import_id)
    try:
        needs_sure = bool(_view(school, import_id).cautions) and "sure" not in request.form
    except NotFound:
        return _gone(school)
    if needs_sure:
        return _previewed(school, import_id, status=422, needs_sure=True)
    origin = Origin(now(), me().person_id, coarse(address()))
    try:
        with noted(the_store(), import_id) as progress:
            imports.confirm(
                the_store(), school, import_id, request.form.get("fingerprint", ""), origin, progress
            )
    except NotFound:
        return _gone(school)
    except Stale:
        return _previewed(school, import_id, status=409, is_stale=True)
    return gone_to(url_for("admin.roster_done", school_id=school.id))


@area.post("/schools/<int:school_id>/roster/<int:import_id>/drop")
@door(Ability.KEEP_PEOPLE, page="admin.roster")
def drop_roster(school_id: int, import_id: int) -> Response:
    """Let go of a roster that isn't wanted."""
    school = _school(school_id)
    imports.drop(the_store(), school, import_id)
    flash(_("The file is gone. Nothing was changed."), "info")
    return gone_to(url_for("admin.roster", school_id=school.id))


@area.get("/schools/<int:school_id>/roster/<int:import_id>/progress")
@door(Ability.KEEP_PEOPLE)
def roster_progress(school_id: int, import_id: int) -> Response:
    """Say how far a roster is that is being written."""
    school = _school(school_id)
    done, of = how_far(the_store(), import_id)
    view = views.ProgressView(school, import_id, done, of)
    return shown("admin/roster_progress.html", "admin/_roster_progress.html", view=view)


@area.get("/schools/<int:school_id>/roster/done")
@door(Ability.KEEP_PEOPLE)
def roster_done(school_id: int) -> Response:
    """Say what comes after a roster."""
    return shown("admin/roster_done.html", "admin/_roster_done.html", school=_school(school_id))


def _school(school_id: int) -> School:
    with the_store().read() as conn:
        return school_in_sight(conn, me(), school_id, Ability.KEEP_PEOPLE)


def _asked(view: views.UploadView, status: int = 200) -> Response:
    return shown("admin/roster.html", "admin/_roster.html", status, view=view)


def _read(school: School, content: bytes, year: int) -> RosterReading | views.ColumnsView:
    """Read a file; one of CSV by the columns that were said now or remembered, and where neither is so, ask."""
    if kind_of(content) is not RosterKind.CSV:
        return read_roster(content, year)
    problems = RosterProblems()
    try:
        table = read_table(content, problems)
    except NotARoster:
        return RosterReading(None, problems.told())
    with the_store().read() as conn:
        remembered = read_settings(conn, school.id).columns_of(table.header)
    said = _said(table.header)
    if said is None and (remembered is None or "again" in request.form):
        guessed = remembered or guess_columns(table.header)
        return views.columns_view(table.header, guessed)
    columns = said if said is not None else remembered or {}
    reading = read_csv_roster(table, columns, year, problems)
    slips = [one for one in reading.problems if one.line == 1 and one.is_error]
    if said is not None and slips and reading.roster is None and len(slips) == _errors(reading):
        return views.columns_view(table.header, columns, slips)
    if said is not None:
        with the_store().write() as conn:
            keep_columns(conn, school.id, table.header, said)
    return reading


def _errors(reading: RosterReading) -> int:
    return sum(one.is_error for one in reading.problems)


def _said(header: tuple[str, ...]) -> Mapping[int, Column] | None:
    """Give what somebody said of the columns of this very header; None where nobody did."""
    if request.form.get("header") != views.mark_of(header):
        return None
    known = {one.value: one for one in Column}
    chosen = ((at, request.form.get(f"{COLUMN}-{at}", "")) for at in range(len(header)))
    return {at: known[value] for at, value in chosen if value in known}


def _view(school: School, import_id: int) -> views.PreviewView:
    waiting = imports.look_at(the_store(), school, import_id, now())
    with the_store().read() as conn:
        key = read_settings(conn, school.id).school_key
    return views.preview_view(school, waiting, cautions(waiting.roster, waiting.found, key))


def _previewed(school: School, import_id: int, *, status: int = 200, **told: bool) -> Response:
    try:
        view = _view(school, import_id)
    except NotFound:
        return _gone(school)
    return shown("admin/roster_preview.html", "admin/_roster_preview.html", status, view=view, **told)


def _gone(school: School) -> Response:
    flash(_("This file waits no more: it was written, or a day has passed. Choose it again."), "warn")
    return gone_to(url_for("admin.roster", school_id=school.id))
