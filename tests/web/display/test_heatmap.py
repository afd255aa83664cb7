"""A cell is as full as the group is far, and one that could name a child says nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from web.display.heatmap import HIDDEN, Heatmap, hides, split

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flask import Flask


@pytest.fixture(autouse=True)
def _reader(app: Flask) -> Iterator[None]:
    with app.test_request_context("/"):
        yield


def test_a_jar_is_empty_half_full_with_waves_or_full_without() -> None:
    heatmap = Heatmap()
    assert "<path" not in heatmap.cell(0, 20).jar
    assert 'd="M0 50q25 -5 ' in heatmap.cell(10, 20).jar
    assert 'd="M0 0q25 0 ' in heatmap.cell(20, 20).jar


def test_the_number_stands_beside_the_jar() -> None:
    assert "<b>7</b>" in Heatmap().cell(7, 20).count
    assert "20" in Heatmap().cell(7, 20).count


def test_what_may_not_be_shown_has_no_number_and_no_jar() -> None:
    heatmap = Heatmap()
    assert heatmap.cell(None, 4) is HIDDEN
    assert (HIDDEN.jar, HIDDEN.count) == ("", "")
    assert hides([None, heatmap.cell(1, 9), HIDDEN])
    assert not hides([None, heatmap.cell(1, 9)])


def test_cells_that_say_the_same_are_drawn_once() -> None:
    heatmap = Heatmap()
    assert heatmap.cell(3, 9) is heatmap.cell(3, 9)
    assert heatmap.cell(3, 9) is not heatmap.cell(3, 8)


@pytest.mark.parametrize(
    ("parts", "done", "busy"),
    [((5, 3, 2), "50.0", "30.0"), ((0, 0, 4), "0.0", "0.0"), ((1, 1, 1), "33.3", "33.3")],
)
def test_a_bar_is_split_by_its_parts(parts: tuple[int, int, int], done: str, busy: str) -> None:
    found = split(*parts)
    assert found.learners == sum(parts)
    assert f'class="done" width="{done}"' in found.bar
    assert f'class="busy" x="{done}" width="{busy}"' in found.bar


def test_a_bar_of_nobody_is_empty() -> None:
    assert split(0, 0, 0).learners == 0
