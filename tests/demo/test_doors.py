"""The printed class codes belong to groups that are there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import delete, update

from course.demo.board import build_board
from course.demo.plan import Size
from course.library import default_content_root, load_library
from course.people.tables import class_sessions, persons

if TYPE_CHECKING:
    from course.store.store import Store


def test_a_board_that_stood_before_there_were_groups_of_other_ages_is_told_as_it_is(store: Store) -> None:
    library, size = load_library(default_content_root()), Size(schools=2, groups=1, pupils=6)
    board = build_board(store, library, today=date(2026, 11, 20), size=size)
    assert board.beside
    with store.write() as conn:
        conn.execute(delete(class_sessions).where(class_sessions.c.code == board.beside[0].code))
    again = build_board(store, library, today=date(2026, 11, 20), size=size)
    assert again.beside == board.beside[1:]


def test_a_board_that_stood_before_it_had_an_administrator_tells_of_none(store: Store) -> None:
    library, size = load_library(default_content_root()), Size(schools=1, groups=1, pupils=2)
    board = build_board(store, library, today=date(2026, 11, 20), size=size)
    assert board.administrator
    with store.write() as conn:
        email = persons.c.email
        conn.execute(
            update(persons).where(email == board.administrator.email).values(email="iemand@elders.example")
        )
    assert build_board(store, library, today=date(2026, 11, 20), size=size).administrator is None
