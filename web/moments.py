"""Moments as staff read them: today by the clock, earlier by the day, and how long a door stays open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import format_date, format_datetime, format_time, to_user_timezone
from flask_babel import gettext as _

if TYPE_CHECKING:
    from datetime import date, datetime


def told(moment: datetime | None, now: datetime) -> str:
    """Tell when something was: "today, 10:30", "yesterday" or a date; empty for never."""
    if moment is None:
        return ""
    here, today = to_user_timezone(moment), local_day(now)
    days = (today - here.date()).days
    if days <= 0:
        return str(_("today, %(time)s", time=clock(moment)))
    if days == 1:
        return str(_("yesterday"))
    return str(format_date(moment, "d MMM"))


def until(moment: datetime, now: datetime) -> str:
    """Tell how long something lasts: today by the clock, later with the day."""
    if to_user_timezone(moment).date() == local_day(now):
        return clock(moment)
    return str(format_datetime(moment, "d MMM HH:mm"))


def clock(moment: datetime) -> str:
    """The time of day in the school's own zone."""
    return str(format_time(moment, "HH:mm"))


def local_day(now: datetime) -> date:
    """The day on the school's own calendar."""
    day: date = to_user_timezone(now).date()
    return day


def minutes_until(moment: datetime, now: datetime) -> int:
    """Whole minutes left, rounded up, so that an open door never has none."""
    return max(0, -int(-(moment - now).total_seconds() // 60))
