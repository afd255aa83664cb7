"""The calendar of a school: which day it is there, and which school year that day belongs to."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

FIRST_MONTH = 8
"""The Dutch school year begins on 1 August (Wet op het primair onderwijs, art. 1)."""

TIME_ZONE = "Europe/Amsterdam"
"""Where the schools are; a day begins there one or two hours before it does in UTC."""

_ZONE = ZoneInfo(TIME_ZONE)


def school_day(moment: datetime) -> date:
    """Give the day that a moment falls on at school."""
    return moment.astimezone(_ZONE).date()


def school_year(day: date) -> int:
    """Give the calendar year in which the school year of a day began."""
    return day.year if day.month >= FIRST_MONTH else day.year - 1


def last_day(year: int) -> date:
    """Give the last day of the school year that began in `year`."""
    return date(year + 1, FIRST_MONTH, 1) - timedelta(days=1)


def year_end(year: int) -> datetime:
    """Give the moment at which the school year that began in `year` is over."""
    return datetime(year + 1, FIRST_MONTH, 1, tzinfo=_ZONE).astimezone(UTC)
