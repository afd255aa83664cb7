"""Who begins or completes a module is counted in every own group, under the own year, as both are at that moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.enrolment.memberships import leave, set_year_group
from course.learning.tables import group_progress
from course.people.roles import Role
from tests.learning.lesson.test_playing import Player, rows
from tests.learning.quiz.test_answering import Sitting

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from course.library import Library
    from course.store.store import Store
    from tests.learning.world import World

    Statements = Callable[[], AbstractContextManager[list[str]]]


def counted(store: Store) -> list[tuple[object, ...]]:
    names = ("group_id", "module", "year_group", "begun", "completed")
    return sorted(tuple(row[name] for name in names) for row in rows(store, group_progress))


def test_all_groups_are_counted_in_one_statement(
    store: Store, library: Library, world: World, statements: Statements
) -> None:
    school = world.school()
    first, second = world.group(school, "7B"), world.group(school, "Plus")
    pupil = world.person(Role.PUPIL, school, first, second)
    with statements() as seen:
        Player(store, library, pupil, "kort").choose("stil")
        Sitting(store, library, pupil, "kort").answer("a")
    assert sum("INTO group_progress" in one for one in seen) == 2
    assert counted(store) == [(first, "kort", "7", 1, 1), (second, "kort", "7", 1, 1)]


def test_a_page_drawn_before_a_move_counts_where_its_pupil_is_now(
    store: Store, library: Library, world: World
) -> None:
    school = world.school()
    old, new = world.group(school, "7B"), world.group(school, "8A")
    pupil = world.person(Role.PUPIL, school, old, new)
    with store.write() as conn:
        leave(conn, old, [pupil.person_id], pupil.today)
        set_year_group(conn, [pupil.person_id], "8")
    Player(store, library, pupil, "kort").choose("stil")
    assert counted(store) == [(new, "kort", "8", 1, 0)]


def test_staff_are_in_no_groups_figures(store: Store, library: Library, world: World) -> None:
    school = world.school()
    teacher = world.person(Role.TEACHER, school, world.group(school))
    Player(store, library, teacher, "vriend").choose("nee")
    assert counted(store) == []
