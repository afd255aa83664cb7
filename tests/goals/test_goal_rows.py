"""The rows of a board's year: made from what held until then, once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from course.goals.goal_rows import add_rows, change_row, ids_ever, open_year
from course.goals.tables import board_goals
from tests.learning.lesson.test_playing import rows
from tests.learning.world import GOALS, NOW, World

if TYPE_CHECKING:
    from course.store.store import Store


def test_a_year_is_opened_once_with_what_held_until_then(store: Store, world: World) -> None:
    with store.write() as conn:
        change_row(conn, world.board, 2025, "streng:ouders", taken_out_at=NOW)
    for _ in range(2):
        with store.write() as conn:
            opened = open_year(conn, world.board, 2026)
        assert [(name, one.number) for name, one in opened.items()] == [
            ("streng:profiel", 1),
            ("streng:groepen", 2),
        ]
    assert len(rows(store, board_goals)) == 3 + 2


def test_added_goals_stand_behind_those_that_are_there(store: Store, world: World) -> None:
    (profile, *_) = GOALS.goals.values()
    with store.write() as conn:
        add_rows(conn, world.board, 2025, [])
        add_rows(
            conn, world.board, 2025, [(replace(profile, id="own:1"), ""), (replace(profile, id="own:2"), "")]
        )
        opened = open_year(conn, world.board, 2025)
        assert [opened[one].number for one in ("own:1", "own:2")] == [4, 5]
        assert ids_ever(conn, world.board) == {*GOALS.goals, "own:1", "own:2"}
        assert ids_ever(conn, world.board + 1) == frozenset()


def test_every_change_is_a_revision_of_its_own(store: Store, world: World) -> None:
    with store.write() as conn:
        for expected in (2, 3):
            change_row(conn, world.board, 2025, "streng:ouders", target=1)
            assert open_year(conn, world.board, 2025)["streng:ouders"].revision == expected
