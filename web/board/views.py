"""What the officer's page is given: a board's report with the cells drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

from web.board.attention import attention
from web.display.goals import goal_heads, goal_sign
from web.display.heatmap import Heatmap, hides, split_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from course.curriculum.model import Module
    from course.figures.pages import BoardPage, Completion, SchoolPage, SchoolRow
    from course.goals.pages import GoalState
    from course.norms.model import Protocol
    from web.display.attention import Matter
    from web.display.goals import GoalHead, GoalSign, GoalsView
    from web.display.heatmap import HeatmapCell, Split


@dataclass(frozen=True, slots=True)
class SchoolLine:
    """One school of the board."""

    row: SchoolRow
    protocol: str
    """Its name; the id where the content no longer has it."""
    cells: tuple[HeatmapCell | None, ...]
    staff_cells: tuple[HeatmapCell | None, ...]
    goals: tuple[GoalSign, ...]
    url: str
    """The page of this school."""
    gaps_url: str
    """Where its law points are listed; empty where the content no longer has its protocol."""


@dataclass(frozen=True, slots=True)
class SchoolsView:
    """The board at a glance."""

    page: BoardPage
    attention: tuple[Matter, ...]
    lines: tuple[SchoolLine, ...]
    totals: tuple[HeatmapCell | None, ...]
    """Of every module, over the schools that are shown: who takes their sum from it has nothing left."""
    pupils: int
    groups: int
    staff: int
    without_rules: tuple[SchoolLine, ...]
    """Schools whose protocol the content does not have: nobody can learn there."""
    goals: tuple[GoalHead, ...]
    """The columns of the signs, in the order of the goals."""
    met: tuple[int, ...]
    """At how many schools each goal is met."""

    @property
    def hides(self) -> bool:
        """Whether any cell is not shown, so that the page must say why."""
        return any(hides(one.cells) or hides(one.staff_cells) for one in self.lines)


@dataclass(frozen=True, slots=True)
class SchoolView:
    """One school as an officer sees it: no group and nobody by name."""

    page: SchoolPage
    protocol: str
    """Its name."""
    pupils: int
    modules: tuple[tuple[Module, Split | None], ...]
    """None where too few are counted."""
    staff_modules: tuple[tuple[Module, Split | None], ...]
    goals: GoalsView
    gaps_url: str


def schools_view(
    page: BoardPage,
    protocols: Mapping[str, Protocol],
    goals: Mapping[int, Sequence[GoalState]],
    reports: int,
) -> SchoolsView:
    """Draw the cells of every school, and count the board; `goals` are by school."""
    heatmap = Heatmap()
    lines = tuple(_school_line(one, heatmap, protocols, goals[one.school.id]) for one in page.schools)
    return SchoolsView(
        page=page,
        attention=attention(page, goals, reports),
        lines=lines,
        without_rules=tuple(one for one in lines if not one.gaps_url),
        totals=(
            *_totals(heatmap, [one.cells for one in page.schools]),
            *_totals(heatmap, [one.staff_cells for one in page.schools]),
        ),
        pupils=sum(one.pupils for one in page.schools),
        groups=sum(one.groups for one in page.schools),
        staff=sum(one.staff for one in page.schools),
        goals=goal_heads(next(iter(goals.values()), ())),
        met=tuple(
            sum(state.progress.is_met for state in states) for states in zip(*goals.values(), strict=True)
        ),
    )


def _school_line(
    row: SchoolRow, heatmap: Heatmap, protocols: Mapping[str, Protocol], goals: Sequence[GoalState]
) -> SchoolLine:
    known = protocols.get(row.school.protocol)
    return SchoolLine(
        row=row,
        protocol=known.name if known else row.school.protocol,
        cells=heatmap.row(row.cells),
        staff_cells=heatmap.row(row.staff_cells),
        goals=tuple(goal_sign(state) for state in goals),
        url=url_for("board.school", school_id=row.school.id),
        gaps_url=url_for("board.gaps", protocol=row.school.protocol) if row.gaps else "",
    )


def _totals(heatmap: Heatmap, rows: Sequence[Sequence[Completion]]) -> list[HeatmapCell | None]:
    """Add up what is shown in each column; None where nothing is."""
    totals: list[HeatmapCell | None] = []
    for column in zip(*rows, strict=True):
        told = [one for one in column if one.learners and one.completed.value is not None]
        done, learners = sum(one.completed.value or 0 for one in told), sum(one.learners for one in told)
        totals.append(heatmap.cell(done, learners) if learners else None)
    return totals


def school_view(page: SchoolPage, protocol: str, goals: GoalsView) -> SchoolView:
    """Show one school of the board: counts of its pupils and its team, its goals and its protocol."""
    return SchoolView(
        page=page,
        protocol=protocol,
        pupils=sum(one.pupils for one in page.groups),
        modules=tuple((one.module, split_of(one)) for one in page.totals),
        staff_modules=tuple((one.module, split_of(one)) for one in page.staff_totals),
        goals=goals,
        gaps_url=url_for("board.gaps", protocol=page.school.protocol) if page.gaps else "",
    )
