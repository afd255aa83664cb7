"""The small world of the tests of learning."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.learning.world import World, a_library

if TYPE_CHECKING:
    from course.library import Library
    from course.store.store import Store


@pytest.fixture(scope="session")
def library() -> Library:
    """Small content, read once."""
    return a_library()


@pytest.fixture
def world(store: Store) -> World:
    """A board without anybody."""
    return World(store)
