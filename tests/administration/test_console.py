"""Who runs a command keeps a whole board, and no other."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.administration.console import at_the_console
from course.administration.overview import kept_schools
from course.errors import NotFound
from tests.builders import NOW, a_school

if TYPE_CHECKING:
    from course.store.store import Store


def test_a_command_keeps_the_schools_of_its_board_and_no_other(store: Store) -> None:
    ours, _theirs = a_school(store), a_school(store)
    actor = at_the_console(store, ours.board_id, NOW)
    assert [one.school.id for one in kept_schools(store, actor)] == [ours.id]
    with pytest.raises(NotFound):
        at_the_console(store, 4711, NOW)
