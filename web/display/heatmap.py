"""The cells of a heat-map, made ready in Python: four hundred groups would be slow through a macro each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask_babel import gettext as _
from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.figures.pages import Completion

WHOLE = 100
SURFACE = 5
"""How high the waves of a half-filled jar go."""
JAR = Markup('<svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">{}</svg>')
FILLING = Markup('<path d="M0 {0}q25 {1} 50 0t50 0V100H0Z"/>')
COUNT = Markup('<span class="count"><b>{0}</b><small>{1}</small></span>')


@dataclass(frozen=True, slots=True)
class HeatmapCell:
    """One cell: a jar that is as full as the group is far, and the number that it stands for."""

    jar: Markup
    count: Markup
    hidden: bool
    """Too few to be shown."""


HIDDEN = HeatmapCell(Markup(), Markup(), hidden=True)


class Heatmap:
    """Draws the cells of one page; cells that say the same are drawn once."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[int, int], HeatmapCell] = {}

    def row(self, cells: Iterable[Completion | None]) -> tuple[HeatmapCell | None, ...]:
        """Draw one row; None where there is nothing to count."""
        return tuple(
            self.cell(one.completed.value, one.learners) if one is not None and one.learners else None
            for one in cells
        )

    def cell(self, done: int | None, total: int) -> HeatmapCell:
        """Draw one cell; `done` is None where it may not be shown."""
        if done is None:
            return HIDDEN
        if (done, total) not in self._drawn:
            count = COUNT.format(done, _("of %(total)s", total=total))
            self._drawn[done, total] = HeatmapCell(_jar(done, total), count, hidden=False)
        return self._drawn[done, total]


def hides(cells: Iterable[HeatmapCell | None]) -> bool:
    """Whether any of these cells is not shown."""
    return any(cell is not None and cell.hidden for cell in cells)


def _jar(done: int, total: int) -> Markup:
    if not done:
        return JAR.format("")
    level = WHOLE - round(WHOLE * done / total)
    return JAR.format(FILLING.format(level, -SURFACE if done < total else 0))
