"""What goals are measured by: the log's days by group, and who surely completed a module."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from course.curriculum.model import Purpose
from course.enrolment.school_counters import Counters
from course.goals.counted import CountedGroup, Noted, counted_groups, noted_at, noted_in_board
from course.goals.evidence import note_evidence, withdraw_evidence
from course.norms.model import Audience
from tests import builders
from tests.learning.world import NOW

if TYPE_CHECKING:
    from course.library import Library
    from course.store.store import Store
    from tests.figures.scene import Term

FIRST, LATER = date(2026, 9, 1), date(2026, 10, 1)


def test_what_was_noted_for_a_goal_or_for_its_purpose_counts_once() -> None:
    goal = replace(next(iter(builders.the_five().goals.values())), id="a:b", purpose=Purpose.PARENTS)
    noted = Noted(
        [
            ("a:b", "", 1, FIRST),
            ("a:b", "parents", 1, LATER),
            ("", "parents", None, FIRST),
            ("", "teaching", 1, FIRST),
            ("a:c", "", 2, FIRST),
        ]
    )
    assert {group: sorted(days) for group, days in noted.days(goal).items()} == {
        1: [FIRST, LATER],
        None: [FIRST],
    }
    plain = replace(goal, purpose=None)
    assert {group: sorted(days) for group, days in noted.days(plain).items()} == {1: [FIRST, LATER]}


def test_the_log_is_gathered_anew_when_something_is_noted_or_withdrawn(store: Store, here: Term) -> None:
    def read() -> Noted:
        with store.read() as conn:
            return noted_at(conn, here.school, 2026)

    nothing = read()
    assert read() is nothing
    entry = note_evidence(store, here.director, "streng:profiel", None, NOW.date(), "Open dag", NOW)
    assert (read().size, read() is nothing) == (2, False)
    with store.read() as conn:
        of_board = noted_in_board(conn, here.director.board_id, 2026)
        again = noted_in_board(conn, here.director.board_id, 2026)
    assert {school: one.size for school, one in of_board.items()} == {here.school: 2}
    assert again[here.school] is of_board[here.school] is read()
    withdraw_evidence(store, here.director, entry.id, NOW)
    assert read().size == 1


@pytest.mark.parametrize(
    ("counts", "completed"),
    [
        ([], 0),
        ([("foto", "7", 9, 4), ("foto", "8", 9, 3)], 7),
        ([("foto", "7", 9, 4), ("elsewhere", "7", 9, 9)], 4),
        ([("foto", "3", 9, 9)], 0),
    ],
)
def test_only_who_surely_completed_a_module_of_their_own_year_counts(
    library: Library, counts: list[tuple[str, str, int, int]], completed: int
) -> None:
    assert "foto" in {one.id for one in library.modules_for(Audience.PUPIL)}
    sizes = ((7, "7B", "7", 10), (7, "7B", "8", 10))
    read = Counters(sizes, tuple((7, *one) for one in counts))
    assert counted_groups(library, read) == (CountedGroup(7, "7B", 20, completed),)
    assert counted_groups(library, read) is counted_groups(library, read)


def test_most_of_a_small_group_is_never_said() -> None:
    groups = [CountedGroup(1, "", pupils, done) for pupils, done in ((4, 4), (5, 2), (5, 3), (6, 3))]
    assert [one.most_completed for one in groups] == [False, False, True, False]
