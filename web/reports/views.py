"""What the page of a report is given: its overview in words, and what each figure counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from flask import url_for
from flask_babel import format_date, format_datetime
from flask_babel import gettext as _

from course.reports.table import FEW, Hidden
from web.http.language import told

if TYPE_CHECKING:
    from course.reports.table import Table, Value


@dataclass(frozen=True, slots=True)
class CellView:
    """One cell: what it tells, and what stands small beside it."""

    text: str
    beside: str
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class ReportView:
    """A report as one reads it on a screen or on paper."""

    key: str
    title: str
    drawn: str
    left: tuple[str, ...]
    heads: tuple[str, ...]
    lines: tuple[tuple[tuple[str, ...], tuple[CellView | None, ...]], ...]
    explained: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    name: str
    """What stands in the browser's tab."""
    here: str
    """In the trail of crumbs."""
    back: tuple[str, str]
    """The page on which it belongs: its address and its name."""


def report_view(table: Table) -> ReportView:
    """Say a table in the reader's language."""
    found, title = table.overview(), told(table.title)
    is_comparison = table.key == "protocols"
    side_by_side = _("The protocols of %(board)s side by side", board=title)
    return ReportView(
        key=table.key,
        title=side_by_side if is_comparison else title,
        name=side_by_side if is_comparison else _("Figures of %(what)s", what=title),
        here=_("Protocols side by side") if is_comparison else _("Figures to take along"),
        drawn=format_datetime(table.drawn_at, "d MMMM yyyy HH:mm"),
        left=tuple(told(one.heading) for one in found.left),
        heads=tuple(_said(head) for head in found.heads),
        lines=tuple(
            (tuple(map(_said, names)), tuple(_cell(one, table) if one else None for one in cells))
            for names, cells in found.lines
        ),
        explained=tuple((told(one.heading), told(one.explained)) for one in table.columns),
        notes=tuple(told(one) for one in table.notes),
        back=_back(table.key),
    )


def _back(report: str) -> tuple[str, str]:
    """Lead to the page that shows the same."""
    return {
        "group": (url_for("teacher.groups"), _("My groups")),
        "school": (url_for("director.school"), _("School")),
        "staff": (url_for("director.staff"), _("Team")),
        "board": (url_for("board.schools"), _("Schools")),
        "trend": (url_for("director.trend"), _("Over the year")),
        "rules": (url_for("director.trend"), _("Over the year")),
        "board-trend": (url_for("board.trend"), _("Over the year")),
        "protocols": (url_for("board.schools"), _("Schools")),
        "closed-year": (url_for("director.trend"), _("Over the year")),
        "closed-year-of-school": (url_for("board.trend"), _("Over the year")),
    }[report]


def _cell(values: tuple[Value, Value], table: Table) -> CellView:
    value, beside = values
    if isinstance(value, Hidden):
        return CellView("< 5", told(FEW), is_hidden=True)
    small = table.beside(beside)
    return CellView(_said(value), told(small) if small else "", is_hidden=False)


def _said(value: Value) -> str:
    if value is None:
        return "–"
    if isinstance(value, Hidden):
        return told(FEW)
    if isinstance(value, str):
        return told(value)
    return format_date(value, "d MMM yyyy") if isinstance(value, date) else str(value)
