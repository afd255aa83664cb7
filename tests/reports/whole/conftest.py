"""A school in the middle of a term, of which somebody wants everything in one file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from course.goals.evidence import note_evidence
from course.people.roles import Role
from tests.figures.scene import term
from tests.learning.world import NOW, World, a_library

if TYPE_CHECKING:
    from course.library import Library
    from course.store.store import Store
    from tests.figures.scene import Term

FORMULA = "=HYPERLINK(1)"
"""Something that a spreadsheet would reckon with."""


@dataclass
class Clock:
    """A clock that is moved by hand."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture(scope="session")
def library() -> Library:
    """Small content, read once."""
    return a_library()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def here(store: Store, library: Library) -> Term:
    """A school with a group of eight and one of three, evidence, and a name that begins with an equals sign."""
    world = World(store)
    found = term(world, library, pupils=8)
    small = world.group(found.school, "8B")
    for number in range(3):
        world.person(Role.PUPIL, found.school, small, name=f"klein {number}")
    found.finish(0)
    found.begin(1)
    note_evidence(store, found.director, "streng:profiel", None, NOW.date(), FORMULA, NOW)
    note_evidence(store, found.director, "streng:ouders", found.group, NOW.date(), "Brief", NOW)
    return found
