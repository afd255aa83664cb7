"""A teacher reminds a group of what it was given: not too often, and for a while it can be taken back."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from course.classroom.assignments import assign, assigned_among, take_back
from course.classroom.reminders import AGAIN_AFTER, FRESH, LASTS, remind, reminded_of, take_back_reminder
from course.classroom.tables import work_reminders
from course.enrolment.people import erase_person
from course.errors import NotFound, Refused
from course.journal.journal import Origin
from course.people.roles import Role
from tests.learning.world import NOW, World

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from course.people.actor import Actor
    from course.store.store import Store


def last(store: Store, group: int) -> Mapping[str, datetime]:
    with store.read() as conn:
        return reminded_of(conn, group)


def who_waits(store: Store, pupil: Actor, now: datetime) -> str | None:
    with store.read() as conn:
        return assigned_among(conn, pupil, now)["kort"].reminded_by


@pytest.fixture
def here(store: Store) -> tuple[int, Actor, Actor]:
    world = World(store)
    school = world.school()
    group = world.group(school)
    teacher = world.person(Role.TEACHER, school, group, name="Juf Marit")
    assign(store, teacher, group, "kort", NOW.date(), {"kort"}, NOW)
    return group, teacher, world.person(Role.PUPIL, school, group)


def test_a_pupil_reads_for_a_week_who_waits(store: Store, here: tuple[int, Actor, Actor]) -> None:
    group, teacher, pupil = here
    assert who_waits(store, pupil, NOW) is None
    remind(store, teacher, group, "kort", NOW)
    assert last(store, group) == {"kort": NOW}
    assert who_waits(store, pupil, NOW + LASTS - timedelta(seconds=1)) == "Juf Marit"
    assert who_waits(store, pupil, NOW + LASTS) is None


def test_a_group_is_reminded_of_the_same_once_in_three_days(
    store: Store, here: tuple[int, Actor, Actor]
) -> None:
    group, teacher, _ = here
    remind(store, teacher, group, "kort", NOW)
    with pytest.raises(Refused):
        remind(store, teacher, group, "kort", NOW + AGAIN_AFTER - timedelta(seconds=1))
    remind(store, teacher, group, "kort", again := NOW + AGAIN_AFTER)
    assert last(store, group) == {"kort": again}


def test_what_is_taken_back_while_fresh_leaves_the_reminder_before_it(
    store: Store, here: tuple[int, Actor, Actor]
) -> None:
    group, teacher, _ = here
    with pytest.raises(Refused):
        take_back_reminder(store, teacher, group, "kort", NOW)
    remind(store, teacher, group, "kort", NOW)
    with pytest.raises(Refused):
        take_back_reminder(store, teacher, group, "kort", NOW + FRESH + timedelta(seconds=1))
    remind(store, teacher, group, "kort", again := NOW + AGAIN_AFTER)
    take_back_reminder(store, teacher, group, "kort", again + FRESH)
    assert last(store, group) == {"kort": NOW}


def test_what_is_no_longer_given_takes_its_reminders_along(
    store: Store, here: tuple[int, Actor, Actor]
) -> None:
    group, teacher, pupil = here
    remind(store, teacher, group, "kort", NOW)
    take_back(store, teacher, group, "kort")
    assert last(store, group) == {}
    with pytest.raises(Refused):
        remind(store, teacher, group, "kort", NOW)
    assign(store, teacher, group, "kort", NOW.date(), {"kort"}, NOW)
    assert who_waits(store, pupil, NOW) is None


def test_a_moved_day_keeps_the_reminder_and_an_old_one_goes_with_the_next(
    store: Store, here: tuple[int, Actor, Actor]
) -> None:
    group, teacher, pupil = here
    remind(store, teacher, group, "kort", NOW)
    assign(store, teacher, group, "kort", NOW.date() + timedelta(days=2), {"kort"}, NOW)
    assert who_waits(store, pupil, NOW) == "Juf Marit"
    remind(store, teacher, group, "kort", NOW + LASTS)
    with store.read() as conn:
        assert conn.execute(select(func.count()).select_from(work_reminders)).scalar_one() == 1


def test_another_group_does_not_exist_and_is_not_reminded(
    store: Store, here: tuple[int, Actor, Actor]
) -> None:
    _, teacher, pupil = here
    world = World(store)
    school = world.school("De Beuk")
    there = world.group(school, "8")
    assign(store, world.person(Role.TEACHER, school, there), there, "kort", NOW.date(), {"kort"}, NOW)
    for act in (remind, take_back_reminder):
        with pytest.raises(NotFound):
            act(store, teacher, there, "kort", NOW)
    remind(store, world.person(Role.TEACHER, school, there), there, "kort", NOW)
    assert who_waits(store, pupil, NOW) is None


def test_of_two_groups_a_reminder_of_either_is_read(store: Store) -> None:
    world = World(store)
    school = world.school()
    groups = [world.group(school, name) for name in ("7A", "plus")]
    pupil = world.person(Role.PUPIL, school, *groups)
    teacher = world.person(Role.TEACHER, school, *groups, name="Meester Bas")
    for days, group in enumerate(groups):
        assign(store, teacher, group, "kort", NOW.date() + timedelta(days=days), {"kort"}, NOW)
    remind(store, teacher, groups[1], "kort", NOW)
    with store.read() as conn:
        given = assigned_among(conn, pupil, NOW)["kort"]
    assert (given.due_on, given.reminded_by) == (NOW.date(), "Meester Bas")


def test_a_teacher_who_is_erased_is_named_no_more(store: Store, here: tuple[int, Actor, Actor]) -> None:
    group, teacher, pupil = here
    remind(store, teacher, group, "kort", NOW)
    with store.write() as conn:
        erase_person(conn, teacher.person_id, Origin(NOW))
    assert who_waits(store, pupil, NOW) == ""
