"""A school that looks back: small content with the questions of June."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from course.curriculum.goals import read_goals
from course.evaluation.writing import QUESTIONS_IN, Said
from tests.figures.scene import term
from tests.learning.world import World, a_library

if TYPE_CHECKING:
    from course.library import Library
    from course.store.store import Store
    from tests.figures.scene import Term

CONTENT = Path(__file__).parents[2]
SAID = Said({"kom-leren-stappen:juni.1": "In oktober."}, "We gaan door.", "Meer lezen\n\nMinder praten", 0)


@pytest.fixture(scope="session")
def library() -> Library:
    """Small content, with the questions of June as the course asks them."""
    small, file = a_library(), CONTENT / "curriculum" / "goals" / f"{QUESTIONS_IN}.toml"
    asked, problems = read_goals(file.read_text(encoding="utf-8"), file.name, QUESTIONS_IN)
    assert not problems
    sets = {**small.curriculum.goal_sets, asked.id: asked}
    return replace(small, curriculum=replace(small.curriculum, goal_sets=sets))


@pytest.fixture
def here(store: Store, library: Library) -> Term:
    """A school with one group of six."""
    return term(World(store), library, 6)
