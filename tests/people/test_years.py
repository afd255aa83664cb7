"""Everybody lives in one school year: it turns on 1 August, and last year's groups stay until there are new ones."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import insert

from course.people import secrets
from course.people.actor import hash_of, identify
from course.people.tables import memberships, sign_ins
from course.people.years import lived_in
from tests.builders import NOW, a_group, a_pupil, a_school, a_teacher

if TYPE_CHECKING:
    from course.people.actor import Actor
    from course.store.store import Store

HOUR = timedelta(hours=1)
LAST_DAY = datetime(2027, 7, 31, 21, 59, tzinfo=UTC)
"""One minute before midnight in the Netherlands."""
FIRST_DAY = datetime(2027, 7, 31, 22, 0, tzinfo=UTC)
"""1 August, as it begins."""


@pytest.mark.parametrize(
    ("years", "present", "lives"),
    [
        ([2026], 2026, 2026),
        ([2025, 2026], 2026, 2026),
        ([2026, 2027], 2026, 2026),
        ([2026, 2027], 2027, 2027),
        ([2024, 2025], 2027, 2025),
        ([2027], 2026, 2026),
        ([None], 2026, 2026),
        ([], 2026, 2026),
    ],
)
def test_one_lives_in_the_newest_year_that_has_begun(
    years: list[int | None], present: int, lives: int
) -> None:
    assert lived_in(years, present) == lives


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


def test_last_years_groups_stay_until_there_are_new_ones(store: Store) -> None:
    group = a_group(store, a_school(store))
    assert seen(store, a_teacher(store, group).id, FIRST_DAY).group_ids == (group.id,)


def test_who_only_has_groups_of_next_year_has_none_yet(store: Store) -> None:
    coming = a_group(store, a_school(store), school_year=2027)
    pupil = seen(store, a_pupil(store, coming), LAST_DAY)
    assert (pupil.group_ids, pupil.band) == ((), None)
    assert seen(store, a_teacher(store, coming).id, LAST_DAY).group_ids == ()


def test_a_pupil_moves_up_to_another_band_in_august(store: Store) -> None:
    school = a_school(store)
    pupil = a_pupil(store, a_group(store, school, band="po-5-6"))
    coming = a_group(store, school, band="po-7-8", school_year=2027)
    with store.write() as conn:
        conn.execute(insert(memberships), {"group_id": coming.id, "person_id": pupil, "role": "pupil"})
    assert seen(store, pupil, LAST_DAY).band == "po-5-6"
    assert seen(store, pupil, FIRST_DAY).band == "po-7-8"
