"""The logbook of the demo goes on until today in one group and stopped in the others."""

from __future__ import annotations

from datetime import date

from course.demo.logbook import use_rows


def test_the_first_group_goes_on_and_another_one_stopped() -> None:
    today = date(2026, 11, 29)
    rows = use_rows([1, 2], [11, 12], [21, 22], today, date(2026, 8, 1))
    newest = {group: max(row["happened_on"] for row in rows if row["group_id"] == group) for group in (1, 2)}
    assert (today - newest[1]).days < 14 < (today - newest[2]).days
    assert use_rows([1], [11], [21, 22], date(2026, 8, 2), date(2026, 8, 1)) == []
