"""The team and the board's officer read what is frozen, and nobody else."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from course.errors import NotFound
from course.evaluation.reading import board_evaluations, frozen_of, last_frozen, read_evaluation
from course.evaluation.writing import freeze, save_draft
from course.journal.journal import Origin
from course.people.roles import Role
from tests.evaluation.conftest import SAID
from tests.learning.world import NOW, World

if TYPE_CHECKING:
    from course.library import Library
    from course.store.store import Store
    from tests.figures.scene import Term

LATER = NOW + timedelta(days=200)


def test_it_is_compared_with_the_one_before(store: Store, library: Library, here: Term) -> None:
    assert last_frozen(store, here.director) is None
    first, second = (
        freeze(store, library, here.director, SAID, Origin(at), noted_as="Vast.") for at in (NOW, LATER)
    )
    found = read_evaluation(store, here.teacher, second)
    assert found.before is not None
    assert (found.before.id, found.school.id) == (first, here.school)
    assert read_evaluation(store, here.teacher, first).before is None
    assert [one.id for one in frozen_of(store, here.teacher)] == [second, first]
    last = last_frozen(store, here.director)
    assert last is not None
    assert last.id == second


def test_a_draft_is_read_by_nobody_else(store: Store, library: Library, here: Term) -> None:
    save_draft(store, library, here.director, SAID, NOW)
    assert frozen_of(store, here.teacher) == ()
    with pytest.raises(NotFound):
        read_evaluation(store, here.teacher, 1)


def test_the_officer_sees_which_school_is_in_and_which_is_missing(
    store: Store, library: Library, here: Term
) -> None:
    missing = here.world.school("De Zwaluw")
    officer = here.world.person(Role.OFFICER, None, name="Bo", protocol=None)
    frozen = freeze(store, library, here.director, SAID, Origin(NOW), noted_as="Vast.")
    found = {one.school.id: one for one in board_evaluations(store, officer)}
    newest = found[here.school].of_year(2026)
    assert newest is not None
    assert newest.id == frozen
    assert found[here.school].of_year(2025) is None
    assert found[missing].of_year(2026) is None
    assert read_evaluation(store, officer, frozen).school.id == here.school


def test_neighbours_pupils_and_another_board_find_nothing(store: Store, library: Library, here: Term) -> None:
    frozen = freeze(store, library, here.director, SAID, Origin(NOW), noted_as="Vast.")
    next_door = here.world.person(Role.DIRECTOR, here.world.school("De Zwaluw"), name="Cas")
    stranger = World(store).person(Role.OFFICER, None, name="Dee", protocol=None)
    for who in (next_door, stranger, here.pupils[0]):
        with pytest.raises(NotFound):
            read_evaluation(store, who, frozen)
    with pytest.raises(NotFound):
        board_evaluations(store, here.director)
    assert board_evaluations(store, stranger) == ()
