"""What parents play to the end is counted once per play, told in steps of five, and says nothing of who plays."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from course.errors import NotFound
from course.learning import plays as counted
from course.learning.plays import count_play, lesson_for_parents, plays_of
from course.learning.tables import plays
from course.norms.model import Audience
from tests.learning.world import NOW, module, with_module

if TYPE_CHECKING:
    from course.library import Library
    from course.store.store import Store
    from tests.learning.world import World

TODAY = NOW.date()
NEXT_YEAR = date(TODAY.year + 1, 9, 1)


def test_a_play_counts_once_and_is_told_in_steps_of_five(store: Store, world: World) -> None:
    ours, theirs = world.school(), world.school("De Beuk")
    told = []
    for number in range(11):
        for _again in range(2):
            count_play(store, ours, "hek", f"mark-{number}", TODAY)
        told.append(plays_of(store, [ours], TODAY).get((ours, "hek"), 0))
    assert told == [0, 0, 0, 0, 5, 5, 5, 5, 5, 10, 10]
    count_play(store, theirs, "hek", "mark-0", TODAY)
    assert plays_of(store, [ours, theirs], TODAY) == {(ours, "hek"): 10, (theirs, "hek"): 0}
    assert plays_of(store, [ours], NEXT_YEAR) == plays_of(store, [], TODAY) == {}


def test_no_more_are_kept_than_a_school_has_parents(
    store: Store, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(counted, "MOST", 3)
    school = world.school()
    for number in range(5):
        count_play(store, school, "hek", f"mark-{number}", TODAY)
    with store.read() as conn:
        assert conn.execute(select(func.count()).select_from(plays)).scalar() == 3


def test_only_a_lesson_for_parents_is_given_to_them(library: Library) -> None:
    wider = with_module(library, module("kort", Audience.PARENT, "kort"))
    assert lesson_for_parents(wider, "kort").id == "kort"
    for name in ("foto", "vriend", "niets"):
        with pytest.raises(NotFound):
            lesson_for_parents(wider, name)
