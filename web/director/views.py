"""What a director's pages are given: a school's report, with the cells drawn and the goals beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for
from flask_babel import gettext as _

from web.director.attention import attention
from web.display.dates import TimeFormatter
from web.display.heatmap import Heatmap, hides
from web.display.states import state_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from course.figures.counts import Count
    from course.figures.pages import Completion, GroupCounts, PersonRow, SchoolPage, StaffPage, States
    from course.learning.pages import State
    from web.display.goals import GoalsView
    from web.display.heatmap import HeatmapCell


@dataclass(frozen=True, slots=True)
class GroupLine:
    """One group in the heat-map."""

    name: str
    url: str
    cells: tuple[HeatmapCell | None, ...]


@dataclass(frozen=True, slots=True)
class SchoolView:
    """The school at a glance."""

    page: SchoolPage
    attention: str
    """What asks attention now, in a sentence or two."""
    goals: GoalsView
    lines: tuple[GroupLine, ...]
    totals: tuple[HeatmapCell | None, ...]
    done: int | None
    """Percent of all pupils' modules that are completed; None without pupils."""
    hidden: str
    """What a suppressed cell says to who can't see it."""

    @property
    def hides(self) -> bool:
        """Whether any cell is not shown, so that the page must say why."""
        return any(hides(one.cells) for one in self.lines)

    @property
    def lacks(self) -> bool:
        """Whether any group has nothing to do for a module."""
        return any(cell is None for one in self.lines for cell in one.cells)


@dataclass(frozen=True, slots=True)
class StaffLine:
    """One member of staff by name."""

    person: PersonRow
    seen: str


@dataclass(frozen=True, slots=True)
class StaffView:
    """The team by name."""

    page: StaffPage
    lines: tuple[StaffLine, ...]
    words: Mapping[State, str]


@dataclass(frozen=True, slots=True)
class GroupCountsView:
    """One group as counts."""

    counts: GroupCounts
    suppressed: bool
    """Whether anything on the page is left out."""


def school_view(page: SchoolPage, goals: GoalsView) -> SchoolView:
    """Draw the cells, and count what a director wants to know in three seconds."""
    heatmap = Heatmap()
    before, after = url_for("director.group", group_id=0).rsplit("0", 1)
    return SchoolView(
        page=page,
        attention=attention(page.groups, goals.cards),
        goals=goals,
        lines=tuple(
            GroupLine(one.name, f"{before}{one.group_id}{after}", heatmap.row(one.cells))
            for one in page.groups
        ),
        totals=heatmap.row(page.totals),
        done=_percent(page.totals),
        hidden=_("Fewer than five pupils: not shown"),
    )


def staff_view(page: StaffPage, now: datetime) -> StaffView:
    """Show the team by name."""
    times = TimeFormatter(now)
    lines = tuple(StaffLine(one, times.when(one.touched_at)) for one in page.staff)
    return StaffView(page, lines, state_words())


def group_counts_view(counts: GroupCounts) -> GroupCountsView:
    """Show one group as counts, and say so where something is left out."""
    return GroupCountsView(counts, any(one.suppressed for states in counts.modules for one in _cells(states)))


def _percent(totals: Sequence[Completion]) -> int | None:
    shown = [one for one in totals if one.completed.value is not None and one.learners]
    learners = sum(one.learners for one in shown)
    return sum(one.completed.value or 0 for one in shown) * 100 // learners if learners else None


def _cells(states: States) -> tuple[Count, ...]:
    return states.not_begun, states.busy, states.done
