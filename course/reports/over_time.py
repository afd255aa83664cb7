"""A year of a school or a board as a table: month by month, beside the year before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.figures.trend import months_of
from course.norms.model import Audience
from course.reading.told import told
from course.reports import columns
from course.reports.drawing import ALL_GROUPS, LEFT_OUT, OF, PUPILS, SMALL, TEAM
from course.reports.table import Across, Hidden, Table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from course.figures.trend import Line, Point, Trend
    from course.reading.told import Told
    from course.reports.table import Value

ALL_MODULES, ALL_SCHOOLS = told("All modules"), told("All schools")
NAMES = (
    told("January"),
    told("February"),
    told("March"),
    told("April"),
    told("May"),
    told("June"),
    told("July"),
    told("August"),
    told("September"),
    told("October"),
    told("November"),
    told("December"),
)
AS_IT_WAS = told(
    "Written down at the end of each month, as it stood then; of a month that is over nothing changes any more."
)
TREND_COUNTS = (
    columns.MONTH,
    columns.TAKEN,
    columns.TO_DO,
    columns.NOT_BEGUN,
    columns.BUSY,
    columns.DONE,
    columns.PERCENT,
)


def trend_table(trend: Trend, locale: str, now: datetime, *, of_board: bool) -> Table:
    """Tell what the page over the year shows, of all modules together or of one."""
    left = columns.SCHOOL if of_board else columns.GROUP
    module: Value = trend.module.words.for_locale(locale) if trend.module else ALL_MODULES
    rows = tuple((*place, module, *rest) for place, rest in _lines(trend, of_board=of_board))
    return Table(
        "board-trend" if of_board else "trend",
        trend.name,
        (
            left,
            columns.FOR,
            columns.SCHOOL_YEAR,
            columns.MODULE,
            *TREND_COUNTS,
        ),
        rows,
        Across(
            (left.key, "for", "school_year"),
            "month",
            "done",
            "to_do",
            OF,
            tuple(map(month_name, trend.months)),
        ),
        (AS_IT_WAS, LEFT_OUT, SMALL),
        now,
    )


def _lines(trend: Trend, *, of_board: bool) -> Iterator[tuple[tuple[Value, ...], tuple[Value, ...]]]:
    whole = ALL_SCHOOLS if of_board else ALL_GROUPS
    yield from month_rows(whole, PUPILS, trend.pupils, trend.school_year)
    yield from month_rows(ALL_SCHOOLS if of_board else TEAM, TEAM, trend.team, trend.school_year)
    of_team = trend.module is not None and trend.module.audience is not Audience.PUPIL
    for one in trend.parts:
        yield from month_rows(one.name, TEAM if of_team else PUPILS, one, trend.school_year)


def month_rows(
    name: Value, whom: Value, line: Line, year: int
) -> Iterator[tuple[tuple[Value, ...], tuple[Value, ...]]]:
    """Give the months of a school year, and then those of the year before."""
    for of_year in (year, year - 1):
        for month in months_of(of_year):
            point = line.points.get(month)
            if point is not None:
                place = (name, whom, year_name(of_year))
                yield place, (month_name(month), point.taken_on, *_counts(point))


def year_name(year: int) -> str:
    """Name a school year by its two calendar years."""
    return f"{year}-{year + 1}"


def month_name(month: date) -> Told:
    """Name a month."""
    return NAMES[month.month - 1]


def _counts(point: Point) -> tuple[Value, ...]:
    if point.begun is None or point.completed is None:
        return Hidden.FEW, Hidden.FEW, Hidden.FEW, Hidden.FEW, Hidden.FEW
    busy = point.begun - point.completed
    return point.learners, point.learners - point.begun, busy, point.completed, point.percent
