"""Many pupils at once; how figures stay true is tried where rosters are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.calendar import school_day
from course.enrolment.batch import Move, Newcomer, add_newcomers, let_go, move_all
from course.errors import Clash
from tests.builders import NOW, a_group, a_school

if TYPE_CHECKING:
    from course.store.store import Store

DAY = school_day(NOW)


def test_nobody_to_add_move_or_let_go_is_no_trouble(store: Store) -> None:
    school = a_school(store)
    with store.write() as conn:
        assert add_newcomers(conn, school, [], NOW, DAY) == ()
        move_all(conn, [], DAY)
        let_go(conn, school.id, [], DAY)


def test_two_who_look_alike_are_not_both_let_in(store: Store) -> None:
    school = a_school(store)
    group = a_group(store, school)
    with pytest.raises(Clash), store.write() as conn:
        add_newcomers(
            conn, school, [Newcomer("Sam", "7", (group.id,)), Newcomer("SAM", "7", (group.id,))], NOW, DAY
        )


def test_two_swap_their_names(store: Store) -> None:
    school = a_school(store)
    group = a_group(store, school)
    with store.write() as conn:
        sam, noor = add_newcomers(
            conn, school, [Newcomer("Sam", "7", (group.id,)), Newcomer("Noor", "7", (group.id,))], NOW, DAY
        )
        move_all(
            conn, [Move(sam, "Noor", "7", stays=(group.id,)), Move(noor, "Sam", "7", stays=(group.id,))], DAY
        )
