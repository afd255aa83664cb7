"""The cells of a heat-map, made ready in Python: four hundred groups would be slow through a macro each."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
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
BAR = Markup(
    '<svg class="split" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
    '<rect class="done" width="{0}" height="10"/><rect class="busy" x="{1}" width="{2}" height="10"/></svg>'
)
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


@dataclass(frozen=True, slots=True)
class Split:
    """How many of some learners are done, busy and not begun with one module, as numbers and as a bar."""

    done: int
    busy: int
    waiting: int
    learners: int
    bar: Markup


@lru_cache(maxsize=1024)
def split(done: int, busy: int, waiting: int) -> Split:
    """Draw a bar of three parts, the same numbers once; widths are attributes, for a page has no style of its own."""
    learners = done + busy + waiting
    part = WHOLE / learners if learners else 0
    bar = BAR.format(round(done * part, 1), round(done * part, 1), round(busy * part, 1))
    return Split(done, busy, waiting, learners, bar)


def split_of(cell: Completion | None) -> Split | None:
    """Split what may be shown; None where there is nobody, or too few."""
    if cell is None or not cell.learners or cell.completed.value is None or cell.begun.value is None:
        return None
    done, begun = cell.completed.value, cell.begun.value
    return split(done, begun - done, cell.learners - begun)
