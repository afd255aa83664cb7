"""What a page over the year is given: a line for this year and one for the last, and the same in a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask_babel import format_date
from flask_babel import gettext as _
from markupsafe import Markup

from course.figures.trend import year_before
from course.norms.model import Audience
from web.display.shares import share_words
from web.http.language import locale_code

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from course.figures.trend import Line, Point, RuleTrend, Trend

LEFT, RIGHT, TOP, BOTTOM = 34, 356, 10, 146
HEIGHT = 168
GRID = (0, 25, 50, 75, 100)
CHART = Markup('<svg class="trend" viewBox="0 0 360 {}" aria-hidden="true" focusable="false">{}</svg>')
RULE = Markup('<line x1="{0}" x2="{1}" y1="{2}" y2="{2}"/><text class="at" x="{3}" y="{4}">{5}%</text>')
MONTH = Markup('<text class="month" x="{}" y="{}">{}</text>')
WAY = Markup('<polyline class="{}" points="{}"/>')
DOT = Markup('<circle class="{}" cx="{}" cy="{}" r="{}"/>')


@dataclass(frozen=True, slots=True)
class CellView:
    """What one month tells: of few, or a share with what it is made of; nothing where nothing was written down."""

    text: str
    beside: str = ""
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class ChartView:
    """One line over the year beside the year before, and its table."""

    key: str
    heading: str
    sentence: str
    drawing: Markup
    rows: tuple[tuple[str, CellView | None, CellView | None], ...]
    """Months of which this year or the last tells something."""


@dataclass(frozen=True, slots=True)
class PartView:
    """A group or a school, month by month."""

    name: str
    url: str
    cells: tuple[CellView | None, ...]


@dataclass(frozen=True, slots=True)
class TrendView:
    """A school or a board over the year."""

    name: str
    this_year: str
    last_year: str
    options: tuple[tuple[str, str], ...]
    """Modules to choose from: id and name."""
    chosen: str
    charts: tuple[ChartView, ...]
    months: tuple[str, ...]
    """Above the cells of the parts; those that tell something."""
    parts: tuple[PartView, ...]
    parts_heading: str
    rules: tuple[PartView, ...]
    rule_months: tuple[str, ...]
    is_first: bool
    """Whether only one month is written down, so that nothing can be compared yet."""
    report: str
    """Where the same is taken along."""
    closed: tuple[tuple[str, str], ...]
    """School years that are over, to be read back as they stood: name and address."""


def trend_view(
    trend: Trend,
    report: str,
    parts_heading: str,
    url_of: Callable[[Line], str],
    closed: Iterable[tuple[str, str]] = (),
) -> TrendView:
    """Draw it; `url_of` leads to the page of a group or school."""
    locale = locale_code()
    months = trend.months
    told = [month for month in months if any(month in one.points for one in trend.parts)]
    both = [*map(year_before, months), *months]
    ruled = [month for month in both if any(month in one.shares for one in trend.rules)]
    lines = (trend.pupils, trend.team)
    return TrendView(
        name=trend.name,
        this_year=years(trend.school_year),
        last_year=years(trend.school_year - 1),
        options=tuple((one.id, one.words.for_locale(locale)) for one in trend.modules),
        chosen=trend.module.id if trend.module else "",
        charts=tuple(_charts(trend)),
        months=tuple(_month(one) for one in told),
        parts=tuple(
            PartView(one.name, url_of(one), tuple(point_cell(one.points.get(month)) for month in told))
            for one in trend.parts
        ),
        parts_heading=parts_heading,
        rules=tuple(_rule(one, ruled, locale) for one in trend.rules),
        rule_months=tuple(format_date(one, "MMM yyyy") for one in ruled),
        is_first=len({month for line in lines for month in line.points}) == 1,
        report=report,
        closed=tuple(closed),
    )


def _charts(trend: Trend) -> Iterator[ChartView]:
    whom = trend.module.audience if trend.module else None
    if whom in {None, Audience.PUPIL}:
        yield _chart("pupils", _("Pupils"), trend.pupils, trend)
    if whom is not Audience.PUPIL:
        yield _chart("team", _("Team"), trend.team, trend)


def _chart(key: str, heading: str, line: Line, trend: Trend) -> ChartView:
    rows = (
        (
            format_date(month, "MMMM"),
            point_cell(line.points.get(month)),
            point_cell(line.points.get(year_before(month))),
        )
        for month in trend.months
    )
    return ChartView(
        key,
        heading,
        _sentence(line, trend.school_year),
        _drawn(line, trend.months),
        tuple(row for row in rows if row[1] or row[2]),
    )


def _sentence(line: Line, year: int) -> str:
    latest = line.latest(year)
    if latest is None:
        return _("Nothing can be told of this school year yet.")
    month, point = latest
    day = format_date(point.taken_on, "d MMMM")
    now = _("%(percent)s%% done on %(day)s.", percent=point.percent, day=day)
    before = line.points.get(year_before(month))
    if before is None or before.percent is None:
        return now
    then = _("At the end of that month last year it was %(percent)s%%.", percent=before.percent)
    return f"{now} {then}"


def _drawn(line: Line, months: Sequence[date]) -> Markup:
    """Draw what the table tells; widths and places are attributes, for a page has no style of its own."""
    step = (RIGHT - LEFT) / len(months)
    places = [LEFT + step * (place + 0.5) for place in range(len(months))]
    pieces = [RULE.format(LEFT, RIGHT, _height(one), LEFT - 5, _height(one) + 3.5, one) for one in GRID]
    pieces += [
        MONTH.format(round(x, 1), HEIGHT - 6, format_date(month, "MMM").rstrip("."))
        for x, month in zip(places, months, strict=True)
    ]
    pieces += _way("last", [line.points.get(year_before(one)) for one in months], places)
    pieces += _way("now", [line.points.get(one) for one in months], places)
    return CHART.format(HEIGHT, Markup().join(pieces))


def _way(name: str, points: Sequence[Point | None], places: Sequence[float]) -> list[Markup]:
    told = [
        (round(x, 1), _height(one.percent))
        for one, x in zip(points, places, strict=True)
        if one is not None and one.percent is not None
    ]
    if not told:
        return []
    way = WAY.format(name, " ".join(f"{x},{y}" for x, y in told))
    return [way, *(DOT.format(name, x, y, 4 if name == "now" else 3) for x, y in told)]


def _height(share: int) -> float:
    return round(BOTTOM - (BOTTOM - TOP) * share / 100, 1)


def point_cell(point: Point | None) -> CellView | None:
    """Say how far it was then; None where nothing was written down."""
    if point is None:
        return None
    if point.completed is None:
        return CellView("< 5", _("Fewer than five: not shown"), is_hidden=True)
    of = _("%(count)s of %(total)s", count=point.completed, total=point.learners)
    return CellView(f"{point.percent}%", of)


def _rule(rule: RuleTrend, months: Sequence[date], locale: str) -> PartView:
    words = share_words()
    cells = tuple(CellView(words[found]) if (found := rule.shares.get(one)) else None for one in months)
    return PartView(rule.article.words.for_locale(locale), "", cells)


def years(year: int) -> str:
    """Name a school year."""
    return f"{year}–{year + 1}"


def _month(month: date) -> str:
    return format_date(month, "MMM yyyy")
