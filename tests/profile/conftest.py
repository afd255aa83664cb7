"""A school with its people, for the tests of its plan."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.figures.scene import term
from tests.learning.world import World, a_library

if TYPE_CHECKING:
    from course.store.store import Store
    from tests.figures.scene import Term


@pytest.fixture
def here(store: Store) -> Term:
    """A school with one group of three."""
    return term(World(store), a_library(), 3)
