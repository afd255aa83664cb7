"""Moments as staff read them: today by the clock, earlier by the day, and how long a door stays open."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from flask_babel import format_date, get_locale, get_timezone
from flask_babel import gettext as _

if TYPE_CHECKING:
    from datetime import date, datetime

CLOCK = "%H:%M"


def day_words(day: date) -> str:
    """Tell a day in full; a log names the days of a year again and again, and Babel takes a while for each."""
    return _in_full(str(get_locale()), day)


@lru_cache(maxsize=2048)
def _in_full(_locale: str, day: date) -> str:
    return str(format_date(day, "d MMMM yyyy"))


class TimeFormatter:
    """Tells the moments of one page; time zone, words and days are looked up once, not for every pupil."""

    def __init__(self, now: datetime) -> None:
        self._zone = get_timezone()
        self._today = now.astimezone(self._zone).date()
        self._this_day: str = _("today, %(time)s", time="{}")
        self._days: dict[date, str] = {}

    def when(self, moment: datetime | None) -> str:
        """Tell when something was: "today, 10:30", "yesterday" or a date; empty for never."""
        if moment is None:
            return ""
        here = moment.astimezone(self._zone)
        if here.date() >= self._today:
            return self._this_day.format(here.strftime(CLOCK))
        return self._day(here.date())

    def until(self, moment: datetime) -> str:
        """Tell how long something lasts: today by the clock, later with the day."""
        here = moment.astimezone(self._zone)
        clock = here.strftime(CLOCK)
        return clock if here.date() == self._today else f"{format_date(here, 'd MMM')} {clock}"

    def _day(self, day: date) -> str:
        if day not in self._days:
            yesterday = (self._today - day).days == 1
            self._days[day] = _("yesterday") if yesterday else format_date(day, "d MMM")
        return self._days[day]


def minutes_until(moment: datetime, now: datetime) -> int:
    """Whole minutes left, rounded up, so that an open door never has none."""
    return max(0, -int(-(moment - now).total_seconds() // 60))
