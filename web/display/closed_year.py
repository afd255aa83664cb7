"""What the page of a school year that is over is given, for a director and an officer alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask_babel import gettext as _
from flask_babel import ngettext

from course.goals.pages import Progress
from web.display.dates import day_words
from web.display.trend import point_cell, years
from web.http.language import locale_code

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course.evaluation.closed_years import ClosedModule, ClosedYear
    from course.figures.trend import Point
    from course.goals.year_end import KeptGoal
    from web.display.trend import CellView


@dataclass(frozen=True, slots=True)
class RowView:
    """A group, or all of them together."""

    name: str
    pupils: str
    cells: tuple[CellView | None, ...]


@dataclass(frozen=True, slots=True)
class GoalView:
    """A goal as it stood."""

    name: str
    words: str
    sign: str
    word: str
    count: str


@dataclass(frozen=True, slots=True)
class ClosedYearView:
    """A school as it stood at the end of a school year."""

    name: str
    year: str
    day: str
    facts: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[RowView, ...]
    totals: RowView
    team: tuple[tuple[str, CellView | None], ...]
    goals: tuple[GoalView, ...]
    met: str
    hides: bool
    """Whether anything is not shown, so that the page must say why."""
    others: tuple[tuple[str, str], ...]
    """Other years that can be read back: name and address."""
    report: str
    """Where the same is taken along."""


def closed_year_view(found: ClosedYear, report: str, others: Sequence[tuple[str, str]]) -> ClosedYearView:
    """Put it in words."""
    cells = [cell for row in found.rows for cell in row.cells] + [*found.staff_cells]
    met = sum(one.progress.is_met for one in found.goals)
    return ClosedYearView(
        name=found.school.name,
        year=years(found.school_year),
        day=day_words(found.taken_on),
        facts=tuple(_facts(found)),
        heads=_names(found.modules),
        rows=tuple(RowView(one.name, _number(one.pupils), _cells(one.cells)) for one in found.rows),
        totals=RowView(_("All groups"), _number(found.pupils), _cells(found.totals)),
        team=tuple(zip(_names(found.staff_modules), _cells(found.staff_cells), strict=True)),
        goals=tuple(_goal(one) for one in found.goals),
        met=_("%(met)s of %(all)s met", met=met, all=len(found.goals)),
        hides=any(one.completed is None for one in cells if one),
        others=tuple(others),
        report=report,
    )


def _facts(found: ClosedYear) -> list[str]:
    facts = []
    if found.groups is not None:
        facts.append(ngettext("%(num)s group", "%(num)s groups", found.groups))
    if found.pupils is not None:
        facts.append(ngettext("%(num)s pupil", "%(num)s pupils", found.pupils))
    return [*facts, ngettext("%(num)s member of staff", "%(num)s members of staff", found.staff)]


def _names(modules: Sequence[ClosedModule]) -> tuple[str, ...]:
    return tuple(one.words.for_locale(locale_code()) for one in modules)


def _number(count: int | None) -> str:
    return "–" if count is None else str(count)


def _cells(points: Sequence[Point | None]) -> tuple[CellView | None, ...]:
    return tuple(point_cell(one) for one in points)


def _goal(one: KeptGoal) -> GoalView:
    """Say it of a year that is over: what was not met by then was not met."""
    word = {Progress.MET: _("Met"), Progress.MET_LATE: _("Met, after the date")}.get(
        one.progress, _("Not met")
    )
    return GoalView(
        name=_("Goal %(number)s", number=one.number),
        words=one.words.for_locale(locale_code()),
        sign="met" if one.progress.is_met else "late",
        word=word,
        count=_("%(count)s of %(total)s", count=one.count, total=one.target),
    )
