from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.administration.sign_in_rules import ask_second_step_of, second_step_for
from course.errors import NotFound
from course.journal import journal
from course.journal.journal import Event, Origin
from course.people.roles import Role
from tests import builders
from tests.builders import NOW

if TYPE_CHECKING:
    from course.store.store import Store


def test_who_keeps_the_whole_board_says_who_needs_a_second_step(store: Store) -> None:
    school = builders.a_school(store)
    board = builders.signed_in(store, builders.an_administrator_of(store, school.board_id))
    ask_second_step_of(store, board, [Role.OFFICER], Origin(NOW, board.person_id))
    assert second_step_for(store, board) == {Role.OFFICER}
    assert [one.detail for one in journal.read(store, events=[Event.SIGN_IN_CHANGED])] == ["second-step"]
    of_a_school = builders.signed_in(store, builders.an_administrator(store, school))
    with pytest.raises(NotFound):
        second_step_for(store, of_a_school)
    with pytest.raises(NotFound):
        ask_second_step_of(store, of_a_school, [], Origin(NOW))
