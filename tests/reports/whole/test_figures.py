"""The figures in a file are those of the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.figures.schools import school_page, staff_page
from course.figures.trend import school_trend
from course.reports.drawing import school_table, staff_table
from course.reports.over_time import trend_table
from course.reports.plain import plain
from course.reports.whole.asking import Format
from course.rulebooks.attesting import signers_of
from tests.reports.whole.files import made, rows_of
from web.catalogs import speech

if TYPE_CHECKING:
    from course.library import Library
    from course.reports.table import Table
    from course.store.store import Store
    from tests.figures.scene import Term
    from tests.reports.whole.conftest import Clock


def told(table: Table) -> list[tuple[str, ...]]:
    """The rows of a page's own report as CSV says them."""
    few = "fewer than five: not shown"
    return sorted(
        tuple(
            few
            if one["key"] in row.get("hidden", ())
            else ""
            if row[one["key"]] is None
            else str(row[one["key"]])
            for one in plain(table, speech("en"))["columns"]
        )
        for row in plain(table, speech("en"))["rows"]
    )


def test_groups_team_and_year_are_those_of_the_reports_of_the_pages(
    store: Store, library: Library, here: Term, clock: Clock
) -> None:
    found = rows_of(made(store, library, here.director, here.school, Format.CSV, clock))
    now = clock()
    page = school_page(store, library, here.director, now.date())
    groups = [tuple(one.values()) for one in found["groups"]]
    assert sorted(groups) == told(school_table(page, "en", now))
    assert [one["Done"] for one in found["groups"] if one["Group"] == "8B"] == [
        "fewer than five: not shown"
    ] * 2
    team = staff_table(
        staff_page(store, library, here.director), signers_of(store, library, here.director), "x", "en", now
    )
    assert sorted(tuple(one.values()) for one in found["team"]) == told(team)
    for module in ("", "foto", "kort", "vriend"):
        trend = trend_table(
            school_trend(store, library, here.director, module=module), "en", now, of_board=False
        )
        mine = [one for one in found["trend"] if one["Module"] == (module or "All modules")]
        assert sorted(tuple(one.values()) for one in mine) == told(trend), module
