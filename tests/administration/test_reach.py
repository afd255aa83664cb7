"""An administrator keeps who has, or had, a role within reach, and nobody else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.administration.reach import person_in_sight
from course.errors import NotFound
from course.journal.journal import Origin
from course.people.roles import Role
from course.people.roster import add_role
from tests import builders
from tests.builders import NOW

if TYPE_CHECKING:
    from course.store.store import Store


def test_roles_elsewhere_are_not_told_but_that_there_are_some_is(store: Store) -> None:
    board = builders.a_board(store)
    school, other = builders.a_school(store, board), builders.a_school(store, board)
    admin = builders.signed_in(store, builders.an_administrator(store, school))
    teacher = builders.a_teacher(store, school=school)
    stranger = builders.a_teacher(store, school=other)
    with store.read() as conn:
        assert person_in_sight(conn, admin, teacher.id).is_whole
        for nobody in (stranger.id, 999_999):
            with pytest.raises(NotFound):
                person_in_sight(conn, admin, nobody)
    with store.write() as conn:
        add_role(conn, teacher.id, Role.DIRECTOR, board, other.id, NOW.date(), Origin(NOW))
    with store.read() as conn:
        found = person_in_sight(conn, admin, teacher.id)
    assert [one.role for one in found.roles] == [Role.TEACHER]
    assert not found.is_whole
