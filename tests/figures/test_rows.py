"""Counts of who was here once never exceed who is here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.figures.counts import Count
from course.figures.rows import Pupils, completion, modules_of, plain_completion, pupils_of, total

if TYPE_CHECKING:
    from course.library import Library


def test_no_more_have_begun_or_finished_than_there_are(library: Library) -> None:
    """The counters keep who left the group."""
    module = library.module("foto")
    for counted in (completion, plain_completion):
        cell = counted(module, 6, 9, 8)
        assert (cell.learners, cell.begun, cell.completed, cell.percent) == (6, Count(6), Count(6), 100)


def test_who_left_one_group_does_not_count_in_another(library: Library) -> None:
    groups = [Pupils(1, {"po-7-8": 5}), Pupils(2, {"po-7-8": 10})]
    told = total(library.module("foto"), groups, {(1, "foto"): (9, 8), (2, "foto"): (5, 5)})
    assert (told.learners, told.begun, told.completed) == (15, Count(10), Count(10))


def test_a_cell_counts_the_pupils_for_whom_the_module_is_meant(library: Library) -> None:
    combination = pupils_of([(1, "6", 7), (1, "7", 9), (1, "8", 3), (1, None, 2)])[1]
    assert (combination.all, combination.meant(library.module("foto"))) == (21, 12)
    assert total(library.module("foto"), [combination], {(1, "foto"): (12, 6)}).learners == 12
    assert [one.id for one in modules_of(library, [combination])] == ["foto", "kort"]
    assert modules_of(library, [Pupils(2, {"po-5-6": 20})]) == ()
