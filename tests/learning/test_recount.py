"""Counting anew gives what learning counted, and mends what a move of pupils broke."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, insert, update

from course.learning.recount import recount_groups
from course.learning.tables import group_progress
from course.people.tables import memberships, persons
from tests.learning.test_playing import rows
from tests.reports.scene import term

if TYPE_CHECKING:
    from course.library import Library
    from course.store.store import Store
    from tests.learning.world import World


def counted(store: Store) -> list[tuple[object, ...]]:
    return sorted((tuple(row.values()) for row in rows(store, group_progress)), key=str)


def test_counting_anew_changes_nothing_that_learning_counted(
    store: Store, library: Library, world: World
) -> None:
    here = term(world, library, 4)
    here.finish(0)
    here.begin(1)
    before = counted(store)
    with store.write() as conn:
        recount_groups(conn, 2026)
    assert counted(store) == before == [(here.group, "kort", 2, 1)]


def test_pupils_who_moved_are_counted_where_they_are_now(
    store: Store, library: Library, world: World
) -> None:
    here = term(world, library, 4)
    other, past = world.group(here.school, "8A"), world.group(here.school, "6B", year=2025)
    here.finish(0)
    here.begin(1)
    with store.write() as conn:
        conn.execute(insert(group_progress), {"group_id": past, "module": "kort", "begun": 7, "completed": 6})
        conn.execute(
            update(memberships)
            .where(memberships.c.person_id == here.pupils[0].person_id)
            .values(group_id=other)
        )
        conn.execute(delete(persons).where(persons.c.id == here.pupils[1].person_id))
        recount_groups(conn, 2026)
    assert counted(store) == [(other, "kort", 1, 1), (past, "kort", 7, 6)]
