"""A director says in which region the school lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.curriculum.model import Region
from course.errors import Refused
from course.goals.regions import set_region
from course.goals.states import school_goals
from tests.learning.world import NOW

if TYPE_CHECKING:
    from course.library import Library
    from course.store.store import Store
    from tests.figures.scene import Term


def test_a_school_lies_in_the_middle_until_its_director_says_otherwise(
    store: Store, library: Library, here: Term
) -> None:
    def region() -> Region:
        return school_goals(store, library, here.teacher, NOW.date()).region

    assert region() is Region.MIDDEN
    set_region(store, here.director, Region.ZUID)
    assert region() is Region.ZUID
    with pytest.raises(Refused):
        set_region(store, here.teacher, Region.NOORD)
