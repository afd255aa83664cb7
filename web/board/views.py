"""What the officer's page is given: a board's report with the cells drawn."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import url_for

from web.display.goals import goal_heads, goal_sign
from web.display.heatmap import Heatmap, hides

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from course.figures.pages import BoardPage, SchoolRow
    from course.goals.pages import GoalState
    from course.norms.model import Protocol
    from web.display.goals import GoalHead, GoalSign
    from web.display.heatmap import HeatmapCell


@dataclass(frozen=True, slots=True)
class SchoolLine:
    """One school of the board."""

    row: SchoolRow
    protocol: str
    """Its name; the id where the content no longer has it."""
    cells: tuple[HeatmapCell | None, ...]
    staff_cells: tuple[HeatmapCell | None, ...]
    goals: tuple[GoalSign, ...]
    gaps_url: str
    """Where its law points are listed; empty where the content no longer has its protocol."""


@dataclass(frozen=True, slots=True)
class SchoolsView:
    """The board at a glance."""

    page: BoardPage
    lines: tuple[SchoolLine, ...]
    pupils: int
    groups: int
    staff: int
    goals: tuple[GoalHead, ...]
    """The columns of the signs, in the order of the goals."""

    @property
    def hides(self) -> bool:
        """Whether any cell is not shown, so that the page must say why."""
        return any(hides(one.cells) or hides(one.staff_cells) for one in self.lines)


def schools_view(
    page: BoardPage, protocols: Mapping[str, Protocol], goals: Mapping[int, Sequence[GoalState]]
) -> SchoolsView:
    """Draw the cells of every school, and count the board; `goals` are by school."""
    heatmap = Heatmap()
    return SchoolsView(
        page=page,
        lines=tuple(
            SchoolLine(
                row=one,
                protocol=protocols[one.school.protocol].name
                if one.school.protocol in protocols
                else one.school.protocol,
                cells=heatmap.row(one.cells),
                staff_cells=heatmap.row(one.staff_cells),
                goals=tuple(goal_sign(state) for state in goals[one.school.id]),
                gaps_url=url_for("board.gaps", protocol=one.school.protocol) if one.gaps else "",
            )
            for one in page.schools
        ),
        pupils=sum(one.pupils for one in page.schools),
        groups=sum(one.groups for one in page.schools),
        staff=sum(one.staff for one in page.schools),
        goals=goal_heads(next(iter(goals.values()), ())),
    )
