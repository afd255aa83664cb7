"""The small world, for whoever asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.people.roles import Role
from tests.learning.world import World, a_library

if TYPE_CHECKING:
    from course.library import Library
    from course.people.actor import Actor
    from course.store.store import Store


@pytest.fixture(scope="session")
def library() -> Library:
    """Small content, read once."""
    return a_library()


@pytest.fixture
def world(store: Store) -> World:
    """A board without anybody."""
    return World(store)


@pytest.fixture
def pupil(world: World) -> Actor:
    """A pupil of 7B at the strict school."""
    return world.person(Role.PUPIL, school := world.school(), world.group(school))


@pytest.fixture
def teacher(world: World) -> Actor:
    """A teacher of 8A at a school of the same board."""
    return world.person(Role.TEACHER, school := world.school("De Beuk"), world.group(school, "8A"), name="Jo")
