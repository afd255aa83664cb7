"""A school lives by its own calendar, and its year begins in August."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from course.calendar import school_day, school_year


@pytest.mark.parametrize(
    ("today", "year"),
    [
        (date(2026, 7, 31), 2025),
        (date(2026, 8, 1), 2026),
        (date(2026, 12, 31), 2026),
        (date(2027, 1, 1), 2026),
    ],
)
def test_a_school_year_begins_in_august(today, year):
    assert school_year(today) == year


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 7, 31, 21, 59, tzinfo=UTC), date(2026, 7, 31)),
        (datetime(2026, 7, 31, 22, 0, tzinfo=UTC), date(2026, 8, 1)),
        (datetime(2026, 11, 19, 22, 59, tzinfo=UTC), date(2026, 11, 19)),
        (datetime(2026, 11, 19, 23, 0, tzinfo=UTC), date(2026, 11, 20)),
    ],
)
def test_a_day_begins_at_midnight_in_the_netherlands(moment, day):
    assert school_day(moment) == day
