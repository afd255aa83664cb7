from __future__ import annotations

from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from course.classroom.class_sessions import class_door
from course.curriculum.bands import band_of
from course.demo.board import build_board
from course.demo.plan import Size
from course.demo.several import COMBINATION, PLUS
from course.learning.tables import progress
from course.library import default_content_root, load_library
from course.norms.model import Audience
from course.people.posts import choices_of
from course.people.roles import Role
from course.people.roster import find_person
from course.people.tables import groups, memberships, persons

if TYPE_CHECKING:
    from course.library import Library
    from course.store.store import Store

pytestmark = pytest.mark.proof
TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library(default_content_root())


def test_the_last_school_has_what_schools_have(store: Store, library: Library) -> None:
    board = build_board(store, library, today=TODAY, size=Size(schools=2, groups=3, pupils=6))
    first, last = board.schools
    with store.read() as conn:
        director, teacher = (find_person(conn, one.email) for one in (last.director, first.teachers[-1]))
        years = conn.execute(
            select(groups.c.name, persons.c.year_group, func.count())
            .select_from(groups.join(memberships).join(persons, persons.c.id == memberships.c.person_id))
            .where(groups.c.name.in_([COMBINATION, PLUS]), persons.c.year_group.is_not(None))
            .group_by(groups.c.name, persons.c.year_group)
        ).all()
    assert {("Groep 6/7", "6", 6), ("Groep 6/7", "7", 6)} < {tuple(row) for row in years}
    assert sum(count for name, _, count in years if name == PLUS) == 6
    assert director
    assert teacher
    assert {(one.role, one.place, one.groups) for one in choices_of(store, director, NOW)} == {
        (Role.DIRECTOR, last.name, ()),
        (Role.TEACHER, last.name, (COMBINATION,)),
    }
    assert {one.place for one in choices_of(store, teacher, NOW)} == {first.name, last.name}


def test_groups_of_another_age_come_in_by_a_code_of_their_own_and_have_modules(
    store: Store, library: Library
) -> None:
    board = build_board(store, library, today=TODAY, size=Size(schools=2, groups=1, pupils=6))
    assert "Groep 5" in [one.group.name for one in board.beside]
    for one in board.beside:
        door = class_door(store, one.code, NOW)
        assert {tile.name for tile in door.tiles} == {pupil.name for pupil in one.group.pupils}
        assert library.modules_for(Audience.PUPIL, band_of(one.learners.year_group))
        with store.read() as conn:
            begun = conn.execute(
                select(func.count())
                .select_from(progress.join(memberships, memberships.c.person_id == progress.c.person_id))
                .where(memberships.c.group_id == door.session.group_id)
            ).scalar_one()
        assert begun
