"""What is shown of a count never tells what one child does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.figures.counts import SUPPRESSED, Count, Share, of_all, percent, share


@pytest.mark.parametrize(("value", "learners"), [(0, 4), (4, 4), (1, 1)])
def test_of_a_group_of_fewer_than_five_nothing_is_counted(value: int, learners: int) -> None:
    assert of_all(value, learners) == SUPPRESSED


def test_completion_of_a_real_group_is_shown_as_it_is() -> None:
    assert of_all(23, 25) == Count(23)
    assert of_all(0, 0) == Count(0)
    assert (percent(24, 25), percent(1999, 2000), percent(0, 0)) == (96, 99, None)


@pytest.mark.parametrize(
    ("part", "whole", "words"),
    [
        (0, 4, None),
        (4, 4, None),
        (0, 5, Share.FEW),
        (1, 5, Share.FEW),
        (2, 6, Share.SOME),
        (2, 5, Share.HALF),
        (3, 5, Share.HALF),
        (4, 6, Share.MOST),
        (4, 5, Share.MOST),
        (25, 25, Share.MOST),
    ],
)
def test_a_share_is_told_in_words_and_only_of_five_or_more(
    part: int, whole: int, words: Share | None
) -> None:
    assert share(part, whole) is words


@given(whole=st.integers(5, 400))
def test_no_word_tells_that_nobody_or_everybody_chose_something(whole: int) -> None:
    assert share(0, whole) is share(1, whole)
    assert share(whole, whole) is share(whole - 1, whole)


@given(whole=st.integers(5, 400))
def test_more_children_never_make_a_smaller_word(whole: int) -> None:
    order = list(Share)
    words = [order.index(share(part, whole) or Share.FEW) for part in range(whole + 1)]
    assert words == sorted(words)
