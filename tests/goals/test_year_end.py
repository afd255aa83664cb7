"""How a school stood with its goals is written down, and stays whatever is noted or withdrawn later."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete

from course.goals.evidence import note_evidence
from course.goals.pages import Progress
from course.goals.tables import board_goals, evidence
from course.goals.year_end import goals_kept_of, keep_goals, with_kept_goals
from course.people.access import School
from tests.figures.scene import Term, term
from tests.learning.world import NOW, World, a_library

if TYPE_CHECKING:
    from course.library import Library
    from course.store.store import Store

END = date(2027, 7, 31)


@pytest.fixture(scope="module")
def library() -> Library:
    return a_library()


@pytest.fixture
def here(store: Store, library: Library) -> Term:
    return term(World(store), library, 6)


def school_of(here: Term) -> School:
    return School(here.school, here.world.board, "De Eik", "streng", date(2014, 6, 4))


def test_goals_are_kept_as_they_stood_in_the_words_of_then(
    store: Store, library: Library, here: Term
) -> None:
    note_evidence(store, here.director, "streng:profiel", None, date(2026, 9, 3), "Wij staan er.", NOW)
    keep_goals(store, library, school_of(here), END, END)
    with store.write() as conn:
        conn.execute(delete(evidence))
        conn.execute(delete(board_goals))
    with store.read() as conn:
        kept = goals_kept_of(conn, here.school, 2026)
        assert with_kept_goals(conn, [here.school], 2026) == {here.school}
        assert with_kept_goals(conn, [here.school], 2025) == frozenset()
    assert [(one.number, one.progress, one.count, one.target) for one in kept] == [
        (1, Progress.MET, 1, 1),
        (2, Progress.LATE, 0, 1),
        (3, Progress.LATE, 0, 2),
    ]
    assert all(one.words.nl for one in kept)


def test_written_again_it_takes_the_place_of_what_was_written(
    store: Store, library: Library, here: Term
) -> None:
    for _ in range(2):
        keep_goals(store, library, school_of(here), END, END)
    with store.read() as conn:
        assert len(goals_kept_of(conn, here.school, 2026)) == 3
