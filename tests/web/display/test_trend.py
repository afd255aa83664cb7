"""A year is drawn as a line beside the one before, and told in a table that says the same."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from course.figures.counts import Share
from course.figures.trend import Line, Point, RuleTrend, Trend
from course.norms.model import Article, ArticleKind, Audience
from course.reading.words import Words
from web.display.trend import trend_view

if TYPE_CHECKING:
    from flask import Flask

    from web.display.trend import TrendView

RULE = Article(
    "regels", "1", (Audience.PUPIL,), ArticleKind.NORM, Words("Je vraagt het.", "You ask."), True, 1
)


def point(month: date, done: int | None, of: int = 40) -> Point:
    return Point(month.replace(day=28), of, done, done)


def drawn(app: Flask, pupils: Line, *parts: Line, rules: tuple[RuleTrend, ...] = ()) -> TrendView:
    trend = Trend("De Eik", 2026, (), None, pupils, Line(""), parts, rules)
    with app.test_request_context("/"):
        return trend_view(trend, "/reports/trend", "Groepen", lambda line: f"/groups/{line.id}")


def of_months(*told: tuple[date, int | None]) -> Line:
    return Line("7B", {month: point(month, done) for month, done in told}, 3)


SEPTEMBER, OCTOBER, LAST_OCTOBER = date(2026, 9, 1), date(2026, 10, 1), date(2025, 10, 1)


def test_two_years_are_two_lines_and_one_table(app: Flask) -> None:
    view = drawn(app, of_months((SEPTEMBER, 4), (OCTOBER, 20), (LAST_OCTOBER, 10)))
    chart = view.charts[0]
    assert chart.drawing.count("<polyline") == 2
    assert chart.drawing.count("<circle") == 3
    assert "50% klaar op 28 oktober" in chart.sentence
    assert "25%" in chart.sentence
    (_, september, none), (month, now, last) = chart.rows
    assert none is None
    assert september is not None
    assert (month, now and now.text, last and last.text) == ("oktober", "50%", "25%")
    assert now is not None
    assert now.beside == "20 van 40"
    assert (view.this_year, view.last_year, view.is_first) == ("2026–2027", "2025–2026", False)


def test_the_first_month_says_that_it_is(app: Flask) -> None:
    assert drawn(app, of_months((OCTOBER, 20))).is_first
    assert not drawn(app, Line("")).is_first
    assert "Van dit schooljaar" in drawn(app, Line("")).charts[0].sentence


def test_what_is_too_small_has_no_dot_and_says_why(app: Flask) -> None:
    few = of_months((OCTOBER, None))
    view = drawn(app, few, few)
    assert "<circle" not in view.charts[0].drawing
    (cell,) = view.parts[0].cells
    assert cell is not None
    assert cell.is_hidden
    assert view.parts[0].url == "/groups/3"


def test_a_rule_is_told_in_words_in_the_months_that_have_one(app: Flask) -> None:
    rule = RuleTrend(RULE, {OCTOBER: Share.MOST, LAST_OCTOBER: Share.FEW})
    view = drawn(app, Line(""), rules=(rule,))
    assert [one and one.text for one in view.rules[0].cells] == ["hooguit een paar", "de meesten"]
    assert len(view.rule_months) == 2
