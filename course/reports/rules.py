"""How pupils decide by rule, month by month, as a table: in words, as on the page over the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.calendar import school_year
from course.figures.counts import Share
from course.reading.told import told
from course.reports import columns
from course.reports.over_time import AS_IT_WAS, month_name, year_name
from course.reports.table import Across, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from course.figures.trend import RuleTrend, Trend
    from course.reports.table import Value

SHARES = {
    Share.FEW: told("a few at most"),
    Share.SOME: told("some"),
    Share.HALF: told("about half"),
    Share.MOST: told("most of them"),
}
DECIDED = told(
    "Told in words, of five or more, and only in steps of at least five pupils: it never tells what one pupil chose."
)
RULE_COLUMNS = (columns.RULE, columns.NUMBER, columns.SCHOOL_YEAR, columns.MONTH, columns.SHARE)


def rules_table(trend: Trend, locale: str, now: datetime) -> Table:
    """Tell what the page over the year shows of rules."""
    return Table(
        "rules",
        trend.name,
        RULE_COLUMNS,
        tuple(rule_rows(trend.rules, trend.school_year, locale)),
        Across(("rule", "school_year"), "month", "share", heads=tuple(map(month_name, trend.months))),
        (AS_IT_WAS, DECIDED),
        now,
    )


def rule_rows(rules: Iterable[RuleTrend], year: int, locale: str) -> Iterator[tuple[Value, ...]]:
    """Give a row for each rule and month of this school year, and then of the one before."""
    for one in rules:
        words, number = one.article.words.for_locale(locale), one.article.number or None
        for of_year in (year, year - 1):
            for month, share in sorted(one.shares.items()):
                if school_year(month) == of_year:
                    yield words, number, year_name(of_year), month_name(month), SHARES[share]
