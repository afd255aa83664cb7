"""What is regular is told by the school weeks between one time and the next."""

from __future__ import annotations

from datetime import date, timedelta
from types import MappingProxyType

import pytest

from course.curriculum.model import Holidays, Region
from course.goals.rhythm import are_known, regular_since, weeks_of

AUTUMN = (date(2026, 10, 17), date(2026, 10, 25))
HOLIDAYS = Holidays("", (2026,), MappingProxyType({Region.MIDDEN: (AUTUMN,)}))
WEEKS = weeks_of(HOLIDAYS, Region.MIDDEN)
MONDAY = date(2026, 9, 7)


def every(days: int, times: int, first: date = MONDAY) -> list[date]:
    return [first + timedelta(days=days * one) for one in range(times)]


@pytest.mark.parametrize(
    ("after", "until", "expected"),
    [
        (MONDAY, MONDAY, 0),
        (MONDAY, MONDAY + timedelta(days=6), 0),
        (MONDAY, MONDAY + timedelta(days=7), 1),
        (date(2026, 10, 16), date(2026, 10, 23), 0),
        (date(2026, 10, 16), date(2026, 10, 26), 1),
        (date(2026, 10, 5), date(2026, 11, 2), 3),
    ],
)
def test_a_week_of_holidays_is_no_school_week(after: date, until: date, expected: int) -> None:
    assert WEEKS(after, until) == expected


def test_where_no_holidays_are_known_every_week_counts() -> None:
    assert weeks_of(HOLIDAYS, Region.ZUID)(date(2026, 10, 16), date(2026, 10, 26)) == 2
    assert are_known(HOLIDAYS, date(2027, 7, 31))
    assert not are_known(HOLIDAYS, date(2027, 8, 1))


def test_it_is_regular_from_the_second_time_on_and_as_long_as_it_goes_on() -> None:
    days = every(14, 3)
    assert regular_since(days[:1], 2, WEEKS, days[0]) is None
    assert regular_since(days, 2, WEEKS, days[-1] + timedelta(days=14)) == days[1]
    assert regular_since(days, 2, WEEKS, days[-1] + timedelta(days=21)) == days[1], "a week of holidays"
    assert regular_since(days, 2, WEEKS, days[-1] + timedelta(days=28)) is None
    assert regular_since([], 2, WEEKS, days[0]) is None


def test_after_a_break_it_begins_anew() -> None:
    days = [*every(7, 2), *every(7, 2, date(2026, 11, 9))]
    assert regular_since(days, 2, WEEKS, days[-1]) == days[-1]
    assert regular_since(days[:-1], 2, WEEKS, days[-2]) is None


def test_a_holiday_breaks_no_rhythm() -> None:
    days = [date(2026, 10, 1), date(2026, 10, 15), date(2026, 11, 2)]
    assert regular_since(days, 2, WEEKS, date(2026, 11, 10)) == days[1]
    assert regular_since(days, 2, weeks_of(HOLIDAYS, Region.ZUID), date(2026, 11, 10)) is None
