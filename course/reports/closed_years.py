"""A school year that is over as a table: the same numbers as its page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.reading.told import told
from course.reports import columns
from course.reports.drawing import ALL_GROUPS, OF, PUPILS, SMALL, TEAM
from course.reports.table import Across, Hidden, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from course.evaluation.closed_years import ClosedModule, ClosedYear
    from course.figures.trend import Point
    from course.reports.table import Value

AS_IT_STOOD = told(
    "Written down at the end of the school year, as it stood then. Nothing of it changes any more, whoever moves or leaves."
)


def closed_year_table(found: ClosedYear, locale: str, now: datetime, *, of_board: bool) -> Table:
    """Tell of a closed year: groups for who reads them, all groups together, and the team."""
    rows: list[tuple[Value, ...]] = []
    for group in found.rows:
        rows += _lines((group.name,), PUPILS, found.modules, group.cells, locale)
    rows += _lines((ALL_GROUPS,), PUPILS, found.modules, found.totals, locale)
    rows += _lines((TEAM,), TEAM, found.staff_modules, found.staff_cells, locale)
    year = f"{found.school_year}-{found.school_year + 1}"
    return Table(
        "closed-year-of-school" if of_board else "closed-year",
        told("%(school)s, school year %(year)s", school=found.school.name, year=year),
        (
            columns.GROUP_THEN,
            columns.MODULE,
            columns.FOR,
            columns.PEOPLE_THEN,
            columns.NOT_BEGUN,
            columns.BUSY,
            columns.DONE,
            columns.PERCENT,
        ),
        tuple(rows),
        Across(("group",), "module", "done", "people", OF),
        (AS_IT_STOOD, SMALL),
        now,
    )


def _lines(
    left: tuple[Value, ...],
    whose: Value,
    modules: Sequence[ClosedModule],
    cells: Sequence[Point | None],
    locale: str,
) -> Iterator[tuple[Value, ...]]:
    for module, one in zip(modules, cells, strict=True):
        if one is not None:
            yield *left, module.words.for_locale(locale), whose, *_told(one)


def _told(one: Point) -> tuple[Value, ...]:
    if one.begun is None or one.completed is None:
        return one.learners, Hidden.FEW, Hidden.FEW, Hidden.FEW, Hidden.FEW
    busy = one.begun - one.completed
    return one.learners, one.learners - one.begun, busy, one.completed, one.percent
