"""How pupils decide by rule leaves the course as the page over the year shows it: by month, and in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from course.figures.counts import Share
from course.figures.trend import Line, RuleTrend, Trend
from course.norms.model import Article, ArticleKind, Audience
from course.reading.words import Words
from course.reports.plain import plain
from course.reports.rules import SHARES, rules_table
from tests.learning.world import NOW
from web.catalogs import speech

RULE = Article(
    protocol="streng",
    id="1.1",
    audience=(Audience.PUPIL,),
    kind=ArticleKind.NORM,
    words=Words("Vraag het eerst.", "Ask first."),
    teachable=True,
    line=1,
    number="1",
)


def a_trend() -> Trend:
    shares = {date(2026, 10, 1): Share.HALF, date(2025, 10, 1): Share.FEW}
    return Trend("De Eik", 2026, (), None, Line(""), Line(""), (), (RuleTrend(RULE, shares),))


def test_each_month_of_which_something_is_told_is_a_row() -> None:
    table = rules_table(a_trend(), "nl", NOW)
    rows = plain(table, speech("en"))["rows"]
    assert [(one["school_year"], one["month"], one["share"]) for one in rows] == [
        ("2026-2027", "October", "about half"),
        ("2025-2026", "October", "a few at most"),
    ]
    assert table.overview().heads == ("October",)


def test_without_shares_there_are_no_rows() -> None:
    assert rules_table(replace(a_trend(), rules=()), "nl", NOW).rows == ()


def test_every_share_has_a_word() -> None:
    assert set(SHARES) == set(Share)
