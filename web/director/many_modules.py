"""A matrix of many modules, one screen wide: each group is one line that leads to it, each module a column.

A cell says by its filling how many are done and busy, and by its number where there is room for one. What lags says so in a
word with a shape, beside the share of everything that the group has to do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext as _
from markupsafe import Markup

from web.display.heatmap import WHOLE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.figures.pages import Completion, GroupRow

MANY = 7
"""From so many modules on; fewer have room for jars."""
HALF = 2
"""A group lags that has done less than one in so many of what the whole school has."""
LINE = Markup(
    '<tr class="leads"><th scope="row"><a href="{0}">{1}</a></th>\n<td class="share">{2}</td>\n{3}</tr>\n'
)
SHARE = Markup("<b>{0}%</b>{1}")
LAG = Markup('<span class="status" data-status="{0}"><span>{1}</span></span>')
CELL = Markup(
    '<td class="cell"><svg viewBox="0 0 1 100" preserveAspectRatio="none" aria-hidden="true">'
    '<rect class="busy" width="1" y="{0}" height="{1}"/><rect class="done" width="1" y="{2}" height="{3}"/></svg>'
    '<b>{4}</b><span class="visually-hidden"> {5}</span></td>\n'
)
FEW = Markup('<td class="cell suppressed"><span class="visually-hidden">{0}</span></td>\n')
NONE = Markup('<td class="cell none"><span class="visually-hidden">–</span></td>\n')


def group_line(group: GroupRow, url: str, whole: int | None, hidden: str) -> Markup:
    """Draw the line of a group; `whole` is the percentage of the whole school, None where nothing may be told of it."""
    return LINE.format(url, group.name, _share(group.cells, whole), cells_of(group.cells, hidden))


def cells_of(cells: Iterable[Completion | None], hidden: str) -> Markup:
    """Draw a cell for each module."""
    return Markup().join(_cell(one, hidden) for one in cells)


def percent(cells: Iterable[Completion | None]) -> int | None:
    """Tell how much of all that may be shown is done, in percent; None where nothing may be."""
    told = _told(cells)
    learners = sum(one.learners for one in told)
    return sum(one.completed.value or 0 for one in told) * WHOLE // learners if learners else None


def _share(cells: Iterable[Completion | None], whole: int | None) -> Markup:
    told = _told(cells)
    done = percent(told)
    if done is None:
        return Markup("–")
    if not any(one.begun.value for one in told):
        return SHARE.format(done, LAG.format("not-begun", _("not begun")))
    lags = whole is not None and done * HALF < whole
    return SHARE.format(done, LAG.format("stuck", _("behind")) if lags else "")


def _told(cells: Iterable[Completion | None]) -> list[Completion]:
    return [one for one in cells if one is not None and one.learners and one.completed.value is not None]


def _cell(cell: Completion | None, hidden: str) -> Markup:
    if cell is None or not cell.learners:
        return NONE
    if cell.completed.value is None or cell.begun.value is None:
        return FEW.format(hidden)
    done, begun = (round(WHOLE * one / cell.learners) for one in (cell.completed.value, cell.begun.value))
    words = _("of %(total)s", total=cell.learners)
    return CELL.format(WHOLE - begun, begun - done, WHOLE - done, done, cell.completed.value, words)
