"""What is shown of a count never tells what one child does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.reports.figures import SUPPRESSED, Count, of_all, percent, tenths

few = st.integers(0, 30)


@pytest.mark.parametrize(("value", "learners"), [(0, 4), (4, 4), (1, 1)])
def test_of_a_group_of_fewer_than_five_nothing_is_counted(value: int, learners: int) -> None:
    assert of_all(value, learners) == SUPPRESSED


def test_completion_of_a_real_group_is_shown_as_it_is() -> None:
    assert of_all(23, 25) == Count(23)
    assert of_all(0, 0) == Count(0)
    assert (percent(24, 25), percent(1999, 2000), percent(0, 0)) == (96, 99, None)


@given(part=few, rest=few)
def test_a_share_is_told_in_tenths_and_only_of_five_or_more(part: int, rest: int) -> None:
    share = tenths(part, part + rest)
    if part + rest < 5:
        assert share is None
    else:
        assert share is not None
        assert abs(share - 10 * part / (part + rest)) <= 0.5
