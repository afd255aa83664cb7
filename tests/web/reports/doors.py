"""The doors of reports: who may read one, and take it along; the annual report, the trend and closed years too."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import insert

from course.figures.tables import snapshots
from tests.builders import SCHOOL_YEAR

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tests.web.town import Town

TABLE = """
    director.annual          GET      - - - - d - -
    reports.group            GET      - - t c - - -
    reports.take_group       POST     - - t c - - -
    reports.school           GET      - - - - d - -
    reports.take_school      POST     - - - - d - -
    reports.staff            GET      - - - - d - -
    reports.take_staff       POST     - - - - d - -
    reports.board            GET      - - - - - o -
    reports.take_board       POST     - - - - - o -
    director.trend           GET      - - - - d - -
    board.trend              GET      - - - - - o -
    board.trend_of_school    GET      - - - - - o -
    reports.trend            GET      - - - - d - -
    reports.take_trend       POST     - - - - d - -
    reports.board_trend_page GET      - - - - - o -
    reports.take_board_trend POST     - - - - - o -
    reports.rules            GET      - - - - d - -
    reports.take_rules       POST     - - - - d - -
    reports.whole_school     GET      - - - - d o a
    reports.ask_whole_school POST     - - - - d o a
    reports.take_whole_school POST    - - - - d o a reports.whole_school
    reports.drop_whole_school POST    - - - - d o a reports.whole_school
    director.year_over       GET      - - - - d - -
    board.year_over          GET      - - - - - o -
    reports.year_over        GET      - - - - d - -
    reports.take_year_over   POST     - - - - d - -
    reports.year_over_of_school GET   - - - - - o -
    reports.take_year_over_of_school POST - - - - - o -
    reports.protocols        GET      - - - - - o -
    reports.take_protocols   POST     - - - - - o -
"""
OF_YEARS = (
    "director.year_over",
    "board.year_over",
    "reports.year_over",
    "reports.take_year_over",
    "reports.year_over_of_school",
    "reports.take_year_over_of_school",
)


def made(town: Town) -> Mapping[str, Mapping[str, object]]:
    """A school year that is over at our school; gives its number where doors ask for it."""
    before = SCHOOL_YEAR - 1
    row = {"school_id": town.ours.id, "month_on": date(SCHOOL_YEAR, 7, 1), "school_year": before}
    with town.store.write() as conn:
        conn.execute(insert(snapshots), {**row, "taken_on": date(SCHOOL_YEAR, 7, 31)})
    return {one: {"year": before, "school_id": town.ours.id} for one in OF_YEARS}
