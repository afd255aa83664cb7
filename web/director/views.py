"""What a director's pages are given: a school's report, with the cells drawn and the goals beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from web.director.attention import NOTHING, attention
from web.director.group_rows import group_table, hidden_words
from web.display.dates import TimeFormatter
from web.display.heatmap import Heatmap, split, split_of
from web.display.states import state_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from course.figures.counts import Count
    from course.figures.pages import Completion, GroupCounts, PersonRow, SchoolPage, StaffPage, States
    from course.learning.pages import State
    from web.director.attention import Upkeep
    from web.director.group_rows import GroupTable
    from web.display.attention import Matter
    from web.display.goals import GoalCard, GoalsView
    from web.display.heatmap import HeatmapCell, Split


@dataclass(frozen=True, slots=True)
class SchoolView:
    """The school at a glance."""

    page: SchoolPage
    attention: tuple[Matter, ...]
    goals: GoalsView
    table: GroupTable
    """Of the groups."""
    totals: tuple[HeatmapCell | None, ...]
    total: Split | None
    """Of the one module, over all groups that are shown."""
    done: int | None
    """Percent of all pupils' modules that are completed; None without pupils."""
    hidden: str
    """What a suppressed cell says to who can't see it."""


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
    modules: tuple[tuple[States, Split | None], ...]
    goals: tuple[GoalCard, ...]
    """Those that ask something of this group still."""


def school_view(page: SchoolPage, goals: GoalsView, upkeep: Upkeep = NOTHING) -> SchoolView:
    """Draw the cells, and count what a director wants to know in three seconds."""
    only = len(page.modules) == 1
    return SchoolView(
        page=page,
        attention=attention(page, goals.cards, upkeep),
        goals=goals,
        table=group_table(page),
        totals=() if only else Heatmap().row(page.totals),
        total=split_of(page.totals[0]) if only else None,
        done=_percent(page.totals),
        hidden=hidden_words(),
    )


def staff_view(page: StaffPage, now: datetime) -> StaffView:
    """Show the team by name."""
    times = TimeFormatter(now)
    lines = tuple(StaffLine(one, times.when(one.touched_at)) for one in page.staff)
    return StaffView(page, lines, state_words())


def group_counts_view(counts: GroupCounts, goals: GoalsView) -> GroupCountsView:
    """Show one group as counts, say so where something is left out, and add the goals that wait for this group."""
    return GroupCountsView(
        counts,
        suppressed=any(one.suppressed for states in counts.modules for one in _cells(states)),
        modules=tuple((one, _split(one)) for one in counts.modules),
        goals=tuple(
            card
            for card in goals.cards
            if not card.state.progress.is_met and any(one.group_id == counts.group.id for one in card.waiting)
        ),
    )


def _split(states: States) -> Split | None:
    done, busy, waiting = (one.value for one in (states.done, states.busy, states.not_begun))
    return (
        split(done, busy, waiting) if done is not None and busy is not None and waiting is not None else None
    )


def _percent(totals: Sequence[Completion]) -> int | None:
    shown = [one for one in totals if one.completed.value is not None and one.learners]
    learners = sum(one.learners for one in shown)
    return sum(one.completed.value or 0 for one in shown) * 100 // learners if learners else None


def _cells(states: States) -> tuple[Count, ...]:
    return states.not_begun, states.busy, states.done
