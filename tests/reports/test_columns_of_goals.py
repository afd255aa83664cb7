"""The columns of goals, channels and evidence."""

from __future__ import annotations

from course.reports import columns_of_goals as columns


def test_no_two_columns_of_one_table_have_the_same_key_or_the_same_words() -> None:
    for found in (columns.OF_GOALS, columns.OF_GROUPS, columns.OF_CHANNELS, columns.OF_EVIDENCE):
        assert len({one.key for one in found}) == len({one.heading for one in found}) == len(found)
