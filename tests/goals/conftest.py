"""The small world of the tests of learning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.goals.states import school_goals
from tests.figures.scene import term
from tests.learning.world import NOW, World, a_library

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.goals.pages import GoalState
    from course.library import Library
    from course.store.store import Store
    from tests.figures.scene import Term


@pytest.fixture(scope="session")
def library() -> Library:
    """Small content, read once."""
    return a_library()


@pytest.fixture
def world(store: Store) -> World:
    """A board without anybody."""
    return World(store)


@pytest.fixture
def here(world: World, library: Library) -> Term:
    """A school with one group of three."""
    return term(world, library, 3)


@pytest.fixture
def states(store: Store, library: Library, here: Term) -> Callable[[], tuple[GoalState, ...]]:
    """`states()` tells how far that school is by now."""
    return lambda: school_goals(store, library, here.director, NOW.date()).states
