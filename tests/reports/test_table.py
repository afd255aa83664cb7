"""A table lays its rows out as an overview."""

from __future__ import annotations

from course.reports.table import Hidden
from tests.reports.tables import NASTY, a_table


def test_the_rows_stand_side_by_side_and_a_pair_without_a_row_has_no_cell() -> None:
    found = a_table().overview()
    assert found.heads == ("Foto", "Video")
    assert found.lines == (
        (("7B",), ((20, 25), (0, 25))),
        ((NASTY,), ((Hidden.FEW, 3), None)),
    )


def test_what_a_number_counts_stands_with_every_column() -> None:
    table = a_table()
    assert all(one.explained and one.heading for one in table.columns)
    assert len({one.key for one in table.columns}) == len(table.columns)
