"""Whether a group does something regularly: never too many school weeks after the time before, until today. Pure."""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING

from course.calendar import school_year

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from datetime import date

    from course.curriculum.model import Holidays, Region

    Weeks = Callable[[date, date], int]

WEEK = timedelta(days=7)
WEEKDAYS = 5


def weeks_of(holidays: Holidays, region: Region) -> Weeks:
    """Give the count of school weeks from one day to a later one, the week of the first left out, of the last counted.

    A week without any school day is no school week. In a year of which nothing is known, every week is one.
    """
    periods = holidays.periods.get(region, ())

    def is_free(day: date) -> bool:
        return any(first <= day <= last for first, last in periods)

    @cache
    def counted(monday: date, last: date) -> int:
        found = 0
        while monday <= last:
            found += not all(is_free(monday + timedelta(days=one)) for one in range(WEEKDAYS))
            monday += WEEK
        return found

    def weeks(after: date, until: date) -> int:
        return counted(_monday(after) + WEEK, _monday(until))

    return weeks


def regular_since(days: Collection[date], rhythm: int, weeks: Weeks, today: date) -> date | None:
    """Tell on which day something became regular that still is: the second time of the unbroken row up to today.

    None where the last time is too long ago, or there was no second time yet.
    """
    ordered = sorted(set(days))
    if not ordered or weeks(ordered[-1], today) > rhythm:
        return None
    first = len(ordered) - 1
    while first and weeks(ordered[first - 1], ordered[first]) <= rhythm:
        first -= 1
    return ordered[first + 1] if first + 1 < len(ordered) else None


def are_known(holidays: Holidays, today: date) -> bool:
    """Whether the holidays of the present school year are known."""
    return school_year(today) in holidays.years


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
