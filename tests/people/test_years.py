"""Groups are those of the present school year, which turns on 1 August, and of who is in them on the day."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert

from course.enrolment.memberships import join, leave, set_year_group
from course.errors import NotFound
from course.people import secrets
from course.people.access import School, group_in_sight
from course.people.actor import hash_of, identify
from course.people.roles import Ability, InGroup
from course.people.tables import sign_ins
from tests.builders import NOW, a_group, a_pupil, a_school, a_teacher

if TYPE_CHECKING:
    from course.people.actor import Actor
    from course.store.store import Store

HOUR = timedelta(hours=1)
LAST_DAY = datetime(2027, 7, 31, 21, 59, tzinfo=UTC)
"""One minute before midnight in the Netherlands."""
FIRST_DAY = datetime(2027, 7, 31, 22, 0, tzinfo=UTC)
"""1 August, as it begins."""


def seen(store: Store, person: int, now: datetime) -> Actor:
    """Who this person is at a moment, having just come in."""
    token = secrets.new_token()
    row = {"token_hash": hash_of(token), "person_id": person, "created_at": now, "seen_at": now}
    with store.write() as conn:
        conn.execute(insert(sign_ins), row | {"expires_at": now + HOUR})
        found = identify(conn, token, now)
    assert found is not None
    return found


def test_next_years_group_waits_for_august(store: Store) -> None:
    school = a_school(store)
    running, coming = a_group(store, school, "7B"), a_group(store, school, "8B", school_year=2027)
    teacher = a_teacher(store, running, coming).id
    assert seen(store, teacher, NOW).group_ids == (running.id,)
    assert seen(store, teacher, LAST_DAY).group_ids == (running.id,)
    assert seen(store, teacher, FIRST_DAY).group_ids == (coming.id,)


def test_last_years_children_are_out_of_reach_when_the_year_has_turned(store: Store) -> None:
    group = a_group(store, a_school(store))
    teacher = a_teacher(store, group).id
    assert seen(store, teacher, LAST_DAY).group_ids == (group.id,)
    late = seen(store, teacher, FIRST_DAY)
    assert late.group_ids == ()
    with store.read() as conn, pytest.raises(NotFound):
        group_in_sight(conn, late, group.id, Ability.GROUP_NAMES)


def test_who_only_has_groups_of_next_year_has_none_yet(store: Store) -> None:
    coming = a_group(store, a_school(store), school_year=2027)
    assert seen(store, a_pupil(store, coming), LAST_DAY).group_ids == ()
    assert seen(store, a_teacher(store, coming).id, LAST_DAY).group_ids == ()


def test_a_substitute_reaches_a_group_only_while_that_lasts(store: Store) -> None:
    group = a_group(store)
    stand_in = a_teacher(store, school=School(group.school_id, group.board_id, "", "", NOW.date())).id
    first, last = NOW.date(), NOW.date() + timedelta(days=13)
    with store.write() as conn:
        join(conn, group.id, [stand_in], InGroup.SUBSTITUTE, first, until_on=last + timedelta(days=1))
    days = [(first - timedelta(days=1), ()), (first, (group.id,)), (last, (group.id,))]
    for day, own in [*days, (last + timedelta(days=1), ())]:
        assert seen(store, stand_in, datetime.combine(day, time(9), UTC)).group_ids == own, day


def test_who_leaves_a_group_is_out_of_it_that_day(store: Store) -> None:
    group = a_group(store)
    pupil, teacher = a_pupil(store, group), a_teacher(store, group)
    with store.write() as conn:
        leave(conn, group.id, [pupil, teacher.id], NOW.date())
    assert seen(store, pupil, NOW).group_ids == seen(store, teacher.id, NOW).group_ids == ()


def test_a_pupils_own_year_decides_the_band_whatever_the_group(store: Store) -> None:
    school = a_school(store)
    combination, plus = a_group(store, school, "6/7"), a_group(store, school, "Plusgroep")
    six, seven = a_pupil(store, combination, year_group="6"), a_pupil(store, combination, year_group="7")
    with store.write() as conn:
        for one in (six, seven):
            join(conn, plus.id, [one], InGroup.PUPIL, NOW.date())
    assert [seen(store, one, NOW).band for one in (six, seven)] == ["po-5-6", "po-7-8"]
    assert seen(store, six, NOW).group_ids == (combination.id, plus.id)


def test_a_pupil_moves_up_to_another_band_with_the_own_year(store: Store) -> None:
    pupil = a_pupil(store, a_group(store), year_group="6")
    with store.write() as conn:
        set_year_group(conn, [pupil], "7")
    assert seen(store, pupil, NOW).band == "po-7-8"
