"""The file of school holidays is whole, and its mistakes are told."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from course.curriculum.holidays import read_holidays
from course.curriculum.model import Region
from course.library import default_content_root

if TYPE_CHECKING:
    from course.curriculum.model import Holidays

KINDS = 5


@pytest.fixture
def ours() -> Holidays:
    """The file that comes with the course."""
    text = (default_content_root() / "curriculum" / "holidays.toml").read_text(encoding="utf-8")
    holidays, problems = read_holidays(text, "holidays.toml")
    assert problems == ()
    return holidays


@pytest.mark.parametrize("region", Region)
def test_every_year_has_five_holidays_of_whole_weeks_in_every_region(ours: Holidays, region: Region) -> None:
    periods = ours.periods[region]
    assert len(periods) == KINDS * len(ours.years)
    for first, last in periods:
        assert (first.weekday(), last.weekday()) == (5, 6)
        assert timedelta(days=8) <= last - first <= timedelta(days=43)
    assert all(before[1] < after[0] for before, after in pairwise(periods))
    assert ours.source.startswith("https://www.rijksoverheid.nl/")


def test_what_is_no_holiday_is_told() -> None:
    text = """source = "x"
[years.2026]
noord = ["2026-10-10/2026-10-01", "x"]
midden = ["2026-10-10/2026-10-11"]
zuid = []
"""
    holidays, problems = read_holidays(text, "holidays.toml")
    assert [one.code for one in problems].count("wrong-holiday") == 2
    assert holidays.periods[Region.MIDDEN] == ((date(2026, 10, 10), date(2026, 10, 11)),)
