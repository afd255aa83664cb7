"""A voice message tells its length as a phone does, and its words always."""

from __future__ import annotations

import pytest

from tests.scenario.lessons import lesson_of


@pytest.mark.parametrize(("seconds", "length"), [(1, "0:01"), (59, "0:59"), (60, "1:00"), (999, "16:39")])
def test_a_length_is_told_in_minutes_and_seconds(seconds, length):
    scene = lesson_of(f"## start\n\n::: voice noor seconds={seconds}\nHoi.\n:::\n").start
    assert scene.pieces[0].length == length
    assert scene.pieces[0].html == "<p>Hoi.</p>"
