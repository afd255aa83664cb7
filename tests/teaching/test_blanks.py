"""What a school's rules leave blank."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.errors import NotFound
from course.library import default_content_root, load_library
from course.library.coverage import coverage_under
from course.norms.model import Source, Stance
from course.people.roles import Role
from course.teaching.blanks import blanks_of
from tests.learning.world import World

if TYPE_CHECKING:
    from course.library import Library
    from course.store.store import Store


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(default_content_root())


@pytest.mark.parametrize("protocol", ["kom-leren", "verkruisen"])
def test_a_rule_is_blank_where_no_learner_for_whom_it_is_comes_upon_it(
    store: Store, library: Library, protocol: str
) -> None:
    world = World(store)
    director = world.person(Role.DIRECTOR, world.school("De Eik", protocol), protocol=protocol)
    found = blanks_of(store, library, director)
    rows = coverage_under(library, protocol)
    for article in found.untaught:
        assert not any(cell["lessons"] or cell["questions"] for cell in rows[article.id].values())
    for one in found.advised:
        assert one.position.stance is Stance.SILENT
        assert one.source is Source.GUIDANCE
    assert found.review_on is None


def test_who_has_no_school_is_told_nothing(store: Store, library: Library) -> None:
    officer = World(store).person(Role.OFFICER, None)
    with pytest.raises(NotFound):
        blanks_of(store, library, officer)
