"""The rows of a school's groups, drawn in Python and kept: of four hundred groups few change between one visit and the next.

A row is kept by the language and by all that it shows, so that nothing has to be told when an answer changes a counter.
"""

from __future__ import annotations

from dataclasses import dataclass
from sys import getsizeof
from typing import TYPE_CHECKING

from flask import url_for
from flask_babel import gettext as _
from markupsafe import Markup

from course.bounded_cache import BoundedCache
from web.director.many_modules import MANY, SHARE, cells_of, group_line, percent
from web.display.heatmap import Heatmap, split_of
from web.http.language import locale_code

if TYPE_CHECKING:
    from course.figures.pages import Completion, GroupRow, SchoolPage

MOST_BYTES = 8 * 2**20
"""Of one module a row is some 500 bytes, of forty 10 kB."""
SPLIT = Markup(
    '<tr class="leads"><th scope="row"><a href="{url}">{name}</a></th>\n<td class="split-cell">{one.bar}</td>\n'
    '<td class="number"><b>{one.done}</b></td><td class="number">{one.busy}</td>'
    '<td class="number">{one.waiting}</td></tr>\n'
)
NO_SPLIT = Markup('<tr class="leads"><th scope="row"><a href="{url}">{name}</a></th>\n{cell}</tr>\n')
NOTHING = Markup('<td colspan="4" class="soft">–</td>')
FEW = Markup(
    '<td colspan="4" class="suppressed"><span aria-hidden="true">&lt; 5</span>'
    '<span class="visually-hidden">{0}</span></td>'
)
MATRIX = Markup('<tr><th scope="row"><a class="inline-target" href="{0}">{1}</a></th>\n{2}</tr>\n')
NO_CELL = Markup('<td class="heat none"><span>–</span></td>\n')
FEW_IN_CELL = Markup(
    '<td class="heat suppressed"><a href="{0}"><span aria-hidden="true">&lt; 5</span>\n'
    '<span class="visually-hidden">{1}</span></a></td>\n'
)
FOOT = Markup('<tr><th scope="row">{0}</th>\n<td class="share">{1}</td>\n{2}</tr>\n')
CELL = Markup('<td class="heat">{0}<a href="{1}">{2}</a></td>\n')

_drawn = BoundedCache[Markup](MOST_BYTES, getsizeof)


def hidden_words() -> str:
    """Say what a cell that is not shown says to who can't see it."""
    return _("Fewer than five pupils: not shown")


@dataclass(frozen=True, slots=True)
class GroupTable:
    """The groups of a school as its page shows them."""

    rows: Markup
    foot: Markup
    """Of all groups together, where there are many modules; empty where the page draws it."""
    hides: bool
    """Whether any cell is not shown, so that the page must say why."""
    lacks: bool
    """Whether any group has nothing to do for a module."""


_tables = BoundedCache[GroupTable](MOST_BYTES, lambda one: getsizeof(one.rows))


def group_table(page: SchoolPage) -> GroupTable:
    """Draw a row for each group: of one module how many are where, of some a matrix of jars, of many one screen wide.

    That is done once until a counter changes.
    """
    before, after = url_for("director.group", group_id=0).rsplit("0", 1)
    key = (locale_code(), before, page.counters, page.modules)
    if (known := _tables.get(key)) is not None:
        return known
    cells = [cell for group in page.groups for cell in group.cells]
    drawn = GroupTable(
        rows=_rows(page, before, after),
        foot=_foot(page),
        hides=any(one.completed.suppressed for one in cells if one),
        lacks=any(one is None or not one.learners for one in cells),
    )
    return _tables.put(key, drawn)


def _rows(page: SchoolPage, before: str, after: str) -> Markup:
    locale, rows, whole = locale_code(), [], percent(page.totals)
    for one in page.groups:
        many = len(one.cells) >= MANY
        key = (locale, before, one.group_id, one.name, many and whole, *[_shown(cell) for cell in one.cells])
        row = _drawn.get(key)
        if row is None:
            url = f"{before}{one.group_id}{after}"
            row = _drawn.put(key, group_line(one, url, whole, hidden_words()) if many else _row(one, url))
        rows.append(row)
    return Markup().join(rows)


def _row(group: GroupRow, url: str) -> Markup:
    return _split_row(group, url) if len(group.cells) == 1 else _matrix_row(group, url)


def _foot(page: SchoolPage) -> Markup:
    if len(page.modules) < MANY:
        return Markup()
    whole = percent(page.totals)
    share = Markup("–") if whole is None else SHARE.format(whole, "")
    return FOOT.format(_("All groups"), share, cells_of(page.totals, hidden_words()))


def _shown(cell: Completion | None) -> object:
    return cell and (cell.learners, cell.begun.value, cell.completed.value)


def _split_row(group: GroupRow, url: str) -> Markup:
    (cell,) = group.cells
    if one := split_of(cell):
        return SPLIT.format(url=url, name=group.name, one=one)
    few = cell is not None and cell.learners
    return NO_SPLIT.format(url=url, name=group.name, cell=FEW.format(hidden_words()) if few else NOTHING)


def _matrix_row(group: GroupRow, url: str) -> Markup:
    cells = []
    for cell in Heatmap().row(group.cells):
        if cell is None:
            cells.append(NO_CELL)
        elif cell.hidden:
            cells.append(FEW_IN_CELL.format(url, hidden_words()))
        else:
            cells.append(CELL.format(cell.jar, url, cell.count))
    return MATRIX.format(url, group.name, Markup().join(cells))
