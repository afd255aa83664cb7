"""The columns of reports."""

from __future__ import annotations

from course.reports import columns
from course.reports.table import Column


def test_a_key_has_one_heading_and_a_heading_of_today_is_explained_otherwise_than_one_of_then() -> None:
    found = [one for one in vars(columns).values() if isinstance(one, Column)]
    said = {(one.key, one.heading) for one in found}
    assert len({one.key for one in found}) == len({one.heading for one in found}) == len(said)
    assert len({(one.key, one.explained) for one in found}) == len(found)
