"""The columns of reports."""

from __future__ import annotations

from course.reports import columns
from course.reports.table import Column


def test_no_two_columns_have_the_same_key_or_the_same_words() -> None:
    found = [one for one in vars(columns).values() if isinstance(one, Column)]
    assert len({one.key for one in found}) == len({one.heading for one in found}) == len(found)
