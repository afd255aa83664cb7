"""Thin routes of reports: each a page that prints, and at the same address a form that gives a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response, request

from course.calendar import school_day
from course.evaluation.closed_years import closed_year
from course.figures.boards import board_page
from course.figures.groups import group_page
from course.figures.schools import school_page, staff_page
from course.figures.trend import board_trend, school_trend
from course.journal.journal import Origin, coarse
from course.people.access import schools_in_sight
from course.people.roles import Ability
from course.reports.closed_years import closed_year_table
from course.reports.csv_file import csv_lines
from course.reports.drawing import board_table, group_table, school_table, staff_table
from course.reports.over_time import trend_table
from course.reports.rules import rules_table
from course.reports.stances import stances_table
from course.reports.taking import note
from course.reports.xlsx_file import xlsx_file
from course.rulebooks.attesting import signers_of
from web.catalogs import speech
from web.http.doors import door
from web.http.hypermedia import shown
from web.http.identity import me, now, the_boards_library, the_library, the_store
from web.http.language import locale_code
from web.http.limits import address
from web.reports.views import report_view

if TYPE_CHECKING:
    from course.reports.table import Table

area = Blueprint("reports", __name__, url_prefix="/reports")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PART = 64 * 1024
"""Bytes of a workbook that are read and sent at once."""


@area.get("/groups/<int:group_id>")
@door(Ability.GROUP_NAMES)
def group(group_id: int) -> Response:
    """Show an own group by name, as it prints."""
    return _page(_group(group_id))


@area.post("/groups/<int:group_id>")
@door(Ability.GROUP_NAMES, fresh=True)
def take_group(group_id: int) -> Response:
    """Give an own group by name as a file."""
    return _file(_group(group_id), group_id)


@area.get("/school")
@door(Ability.LEAD_SCHOOL)
def school() -> Response:
    """Show the own school as counts, as it prints."""
    return _page(_school())


@area.post("/school")
@door(Ability.LEAD_SCHOOL, fresh=True)
def take_school() -> Response:
    """Give the own school as counts as a file."""
    return _file(_school())


@area.get("/staff")
@door(Ability.STAFF_NAMES)
def staff() -> Response:
    """Show the own team by name, as it prints."""
    return _page(_staff())


@area.post("/staff")
@door(Ability.STAFF_NAMES, fresh=True)
def take_staff() -> Response:
    """Give the own team by name as a file."""
    return _file(_staff())


@area.get("/board")
@door(Ability.BOARD_COUNTS)
def board() -> Response:
    """Show the board's schools as counts, as it prints."""
    return _page(_board())


@area.post("/board")
@door(Ability.BOARD_COUNTS, fresh=True)
def take_board() -> Response:
    """Give the board's schools as counts as a file."""
    return _file(_board())


@area.get("/protocols")
@door(Ability.BOARD_COUNTS)
def protocols() -> Response:
    """Show what the protocols of the board's schools hold of every act, side by side."""
    return _page(_protocols())


@area.post("/protocols")
@door(Ability.BOARD_COUNTS, fresh=True)
def take_protocols() -> Response:
    """Give the comparison of the protocols as a file."""
    return _file(_protocols())


@area.get("/trend")
@door(Ability.LEAD_SCHOOL)
def trend() -> Response:
    """Show the own school over the year, as it prints."""
    return _page(_trend())


@area.post("/trend")
@door(Ability.LEAD_SCHOOL, fresh=True)
def take_trend() -> Response:
    """Give the own school over the year as a file."""
    return _file(_trend())


@area.get("/rules")
@door(Ability.LEAD_SCHOOL)
def rules() -> Response:
    """Show how pupils of the own school decide by rule, month by month, as it prints."""
    return _page(_rules())


@area.post("/rules")
@door(Ability.LEAD_SCHOOL, fresh=True)
def take_rules() -> Response:
    """Give how pupils of the own school decide by rule as a file."""
    return _file(_rules())


@area.get("/board-trend")
@door(Ability.BOARD_COUNTS)
def board_trend_page() -> Response:
    """Show the board's schools over the year, as it prints."""
    return _page(_board_trend())


@area.post("/board-trend")
@door(Ability.BOARD_COUNTS, fresh=True)
def take_board_trend() -> Response:
    """Give the board's schools over the year as a file."""
    return _file(_board_trend())


@area.get("/years/<int:year>")
@door(Ability.LEAD_SCHOOL)
def year_over(year: int) -> Response:
    """Show the own school as it stood at the end of a school year, as it prints."""
    return _page(_year_over(year))


@area.post("/years/<int:year>")
@door(Ability.LEAD_SCHOOL, fresh=True)
def take_year_over(year: int) -> Response:
    """Give the own school as it stood at the end of a school year as a file."""
    return _file(_year_over(year))


@area.get("/schools/<int:school_id>/years/<int:year>")
@door(Ability.BOARD_COUNTS)
def year_over_of_school(school_id: int, year: int) -> Response:
    """Show a school of the board as it stood at the end of a school year, as it prints."""
    return _page(_year_over_of_school(school_id, year))


@area.post("/schools/<int:school_id>/years/<int:year>")
@door(Ability.BOARD_COUNTS, fresh=True)
def take_year_over_of_school(school_id: int, year: int) -> Response:
    """Give a school of the board as it stood at the end of a school year as a file."""
    return _file(_year_over_of_school(school_id, year))


def _year_over(year: int) -> Table:
    found = closed_year(the_store(), the_library(), me(), year)
    return closed_year_table(found, locale_code(), now(), of_board=False)


def _year_over_of_school(school_id: int, year: int) -> Table:
    found = closed_year(the_store(), the_boards_library(), me(), year, school_id)
    return closed_year_table(found, locale_code(), now(), of_board=True)


def _group(group_id: int) -> Table:
    return group_table(group_page(the_store(), the_library(), me(), group_id, now()), locale_code(), now())


def _school() -> Table:
    page = school_page(the_store(), the_library(), me(), school_day(now()))
    return school_table(page, locale_code(), now())


def _staff() -> Table:
    page = staff_page(the_store(), the_library(), me())
    signers = signers_of(the_store(), the_library(), me())
    return staff_table(page, signers, me().school_name, locale_code(), now())


def _board() -> Table:
    library = the_boards_library()
    page = board_page(the_store(), library, me(), school_day(now()))
    return board_table(page, library.norms.protocols, locale_code(), now())


def _trend() -> Table:
    found = school_trend(the_store(), the_library(), me(), module=request.args.get("module", ""))
    return trend_table(found, locale_code(), now(), of_board=False)


def _rules() -> Table:
    return rules_table(school_trend(the_store(), the_library(), me()), locale_code(), now())


def _board_trend() -> Table:
    library = the_boards_library()
    found = board_trend(the_store(), lambda _: library, library, me(), request.args.get("module", ""))
    return trend_table(found, locale_code(), now(), of_board=True)


def _protocols() -> Table:
    library = the_boards_library()
    with the_store().read() as conn:
        used = [one.protocol for one in schools_in_sight(conn, me(), Ability.BOARD_COUNTS)]
    return stances_table(library, used, me().board_name, locale_code(), now())


def _page(table: Table) -> Response:
    return shown("reports/report.html", "reports/_report.html", view=report_view(table))


def _file(table: Table, group_id: int | None = None) -> Response:
    """Send it as it is made, and tell the journal that it left; a workbook unless CSV is asked for."""
    note(the_store(), me(), table, Origin(now(), me().person_id, coarse(address())), group_id)
    words = speech(locale_code())
    if request.form.get("format") == "csv":
        answer, ending = Response(csv_lines(table, words), mimetype="text/csv"), "csv"
    else:
        out = xlsx_file(table, words)
        answer, ending = Response(iter(lambda: out.read(PART), b""), mimetype=XLSX), "xlsx"
        answer.call_on_close(out.close)
    name = f"deelwijs-{table.key}-{school_day(table.drawn_at):%Y-%m-%d}.{ending}"
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    answer.headers["Cache-Control"] = "no-store, private"
    return answer
