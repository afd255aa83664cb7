"""Which goals an entry counts for."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import pytest

from course.curriculum.model import Purpose
from course.goals.entries import counts_for
from tests.builders import the_five

(GOAL, *_) = the_five().goals.values()


@pytest.mark.parametrize(
    ("goal_id", "purpose", "asks", "expected"),
    [
        (GOAL.id, "", None, True),
        ("", "parents", Purpose.PARENTS, True),
        ("", "parents", Purpose.TEACHING, False),
        ("", "", None, False),
        ("other:goal", "parents", Purpose.PARENTS, True),
        ("other:goal", "", Purpose.PARENTS, False),
    ],
)
def test_it_counts_for_its_own_goal_and_for_who_asks_for_its_purpose(
    goal_id: str, purpose: str, asks: Purpose | None, expected: bool
) -> None:
    entry = SimpleNamespace(goal_id=goal_id, purpose=purpose)
    assert counts_for(entry, replace(GOAL, purpose=asks)) is expected
