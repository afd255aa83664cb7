"""What the pages of evaluations are given: figures side by side in words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask_babel import gettext as _

from course.calendar import school_day
from course.evaluation.figures import compare
from course.evaluation.pages import Kind
from web.display.dates import day_words
from web.display.goals import progress_word

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from course.evaluation.pages import Compared, Figure, Line, SchoolEvaluations
    from course.reading.words import Words


@dataclass(frozen=True, slots=True)
class Row:
    """One figure then and now."""

    name: str
    words: Words
    """What a module or a goal is called; shown where there is no name."""
    then: str
    then_word: str
    now: str
    now_word: str
    difference: str
    sign: str
    """more, less or same; empty where it can't be told."""


@dataclass(frozen=True, slots=True)
class Section:
    """Figures of one sort."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class FiguresView:
    """All figures, with the moments that are compared."""

    sections: tuple[Section, ...]
    then: str
    """Day of the earlier one; empty where there is nothing to compare with."""
    now: str
    hides: bool
    """Whether any figure is of too few people to be shown."""


@dataclass(frozen=True, slots=True)
class FrozenLine:
    """A frozen evaluation in a list."""

    id: int
    day: str
    year: str


@dataclass(frozen=True, slots=True)
class SchoolLine:
    """One school on the officer's list."""

    name: str
    newest: FrozenLine | None
    """Of this school year; None where it is missing."""
    earlier: tuple[FrozenLine, ...]


def figures_view(
    then: Sequence[Figure], then_at: datetime | None, now: Sequence[Figure], now_at: datetime
) -> FiguresView:
    """Lay the figures of two moments side by side."""
    pairs = compare(then, now)
    sections = (
        (_("What pupils completed"), (Kind.MODULE,)),
        (_("What the team completed"), (Kind.STAFF_MODULE, Kind.STAFF)),
        (_("Goals"), (Kind.GOALS, Kind.GOAL)),
    )
    return FiguresView(
        sections=tuple(
            Section(title, rows)
            for title, kinds in sections
            if (rows := tuple(_row(one) for one in pairs if one.either.kind in kinds))
        ),
        then=day_of(then_at) if then_at else "",
        now=day_of(now_at),
        hides=any(one.count is None for one in (*then, *now)),
    )


def day_of(moment: datetime) -> str:
    """Name the day of a moment, as it was at school."""
    return day_words(school_day(moment))


def frozen_line(one: Line) -> FrozenLine:
    """Put a frozen evaluation in words."""
    return FrozenLine(one.id, day_of(one.frozen_at), years(one.school_year))


def school_line(one: SchoolEvaluations, year: int) -> SchoolLine:
    """Say of a school whether its evaluation of a school year is in."""
    newest = one.of_year(year)
    return SchoolLine(
        name=one.school.name,
        newest=frozen_line(newest) if newest else None,
        earlier=tuple(frozen_line(line) for line in one.frozen if line is not newest),
    )


def years(year: int) -> str:
    """Name a school year by its two calendar years."""
    return f"{year}–{year + 1}"


def _row(pair: Compared) -> Row:
    then, now, difference = pair.then, pair.now, pair.difference
    return Row(
        name=_name(pair.either),
        words=pair.either.words,
        then=_count(then),
        then_word=_word(then),
        now=_count(now),
        now_word=_word(now),
        difference=_difference(difference),
        sign="" if difference is None else "more" if difference > 0 else "less" if difference else "same",
    )


def _name(figure: Figure) -> str:
    match figure.kind:
        case Kind.STAFF:
            return str(_("Ready with the whole training"))
        case Kind.GOALS:
            return str(_("Goals met"))
        case _:
            return ""


def _count(figure: Figure | None) -> str:
    if figure is None:
        return "–"
    if figure.count is None:
        return str(_("not shown"))
    return str(_("%(count)s of %(total)s", count=figure.count, total=figure.total))


def _word(figure: Figure | None) -> str:
    return progress_word(figure.progress) if figure and figure.progress else ""


def _difference(number: int | None) -> str:
    if number is None:
        return "–"
    if not number:
        return "0"
    return f"+{number}" if number > 0 else f"−{-number}"
