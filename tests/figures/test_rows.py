"""Counts of who was here once never exceed who is here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.figures.counts import Count
from course.figures.rows import completion, plain_completion, total

if TYPE_CHECKING:
    from course.library import Library


@dataclass(frozen=True)
class Group:
    """A group as its rows come from the store."""

    id: int
    pupils: int
    band: str = "po-7-8"


def test_no_more_have_begun_or_finished_than_there_are(library: Library) -> None:
    """The counters keep who left the group."""
    module = library.module("foto")
    for counted in (completion, plain_completion):
        cell = counted(module, 6, 9, 8)
        assert (cell.learners, cell.begun, cell.completed, cell.percent) == (6, Count(6), Count(6), 100)


def test_who_left_one_group_does_not_count_in_another(library: Library) -> None:
    groups = [Group(1, 5), Group(2, 10)]
    told = total(library.module("foto"), groups, {(1, "foto"): (9, 8), (2, "foto"): (5, 5)})
    assert (told.learners, told.begun, told.completed) == (15, Count(10), Count(10))
