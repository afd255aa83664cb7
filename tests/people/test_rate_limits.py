from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select

from course.errors import TooSoon
from course.people.rate_limits import (
    HOLD,
    Pace,
    Try,
    count_wrong,
    forget_tries,
    forget_what_is_over,
    give_back,
    grant,
    is_granted,
    reserve,
    wrong_tries,
)
from course.people.tables import rate_limits
from tests.builders import NOW

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from datetime import datetime

    from course.people.rate_limits import Reserved
    from course.store.store import Store

SECOND = timedelta(seconds=1)
PACE = Pace(3, 10 * SECOND, 60 * SECOND, timedelta(hours=1))
ONE = Try("pupil:1", PACE)


def wrong(store: Store, now: datetime = NOW, *tries: Try) -> tuple[Reserved, ...]:
    """A try that proves wrong."""
    reserved = reserve(store, "pictures", tries or (ONE,), now)
    with store.write() as conn:
        count_wrong(conn, reserved, now)
    return reserved


def right(store: Store, now: datetime = NOW, *tries: Try) -> None:
    reserved = reserve(store, "pictures", tries or (ONE,), now)
    with store.write() as conn:
        give_back(conn, reserved, now)


def waits_until(store: Store, now: datetime, *tries: Try) -> datetime:
    with pytest.raises(TooSoon) as refused:
        reserve(store, "pictures", tries or (ONE,), now)
    return refused.value.until


def test_the_free_tries_cost_no_waiting_and_then_each_wait_doubles_up_to_the_longest(store: Store) -> None:
    waits, now = [], NOW
    for _ in range(8):
        wrong(store, now)
        with store.read() as conn:
            until = conn.execute(select(rate_limits.c.not_before)).scalar_one()
        waits.append(max(0, (until - now) // SECOND))
        now = max(now, until)
    assert waits == [0, 0, 10, 20, 40, 60, 60, 60]


def test_who_waits_is_told_until_when_and_can_try_then(store: Store) -> None:
    for _ in range(3):
        wrong(store)
    assert waits_until(store, NOW + 9 * SECOND) == NOW + 10 * SECOND
    assert wrong(store, NOW + 10 * SECOND)[0].wrong == 4


def test_right_secrets_count_for_nothing_however_many(store: Store) -> None:
    for _ in range(20):
        right(store)
    assert [wrong(store)[0].wrong for _ in range(3)] == [1, 2, 3]


def test_a_right_secret_after_a_wait_holds_up_nobody_else(store: Store) -> None:
    for _ in range(3):
        wrong(store)
    later = NOW + 10 * SECOND
    right(store, later)
    right(store, later)


def test_a_request_that_came_a_moment_earlier_is_not_held_up_by_one_that_was_faster(store: Store) -> None:
    """Twenty-eight pupils press at once, and the clocks of two machines differ."""
    wrong(store, NOW)
    right(store, NOW - 2 * SECOND)
    wrong(store, NOW - 3 * SECOND)


def test_a_wait_that_began_meanwhile_outlasts_what_is_given_back(store: Store) -> None:
    """Who comes in as oneself while the tries at somebody else are checked takes no wait away."""
    held = reserve(store, "pictures", (ONE,), NOW)
    for _ in range(2):
        wrong(store)
    with store.write() as conn:
        give_back(conn, held, NOW)
    assert waits_until(store, NOW) == NOW + 10 * SECOND


@pytest.mark.parametrize("free", [1, 5, 12])
def test_sixty_at_once_get_as_many_tries_as_are_free(store: Store, free: int) -> None:
    """A count that is read before the check and raised after it gave 9 to 12 tries of 5, and 19 of 12."""
    one = Try("pupil:1", Pace(free, 10 * SECOND, 60 * SECOND, timedelta(hours=1)))

    def tries(_number: int) -> bool:
        try:
            reserve(store, "pictures", (one,), NOW)
        except TooSoon:
            return False
        return True

    with ThreadPoolExecutor(12) as threads:
        assert sum(threads.map(tries, range(60))) == free


def test_while_one_is_checked_after_the_free_ones_no_other_is_taken(store: Store) -> None:
    for _ in range(3):
        wrong(store)
    later = NOW + 10 * SECOND
    reserve(store, "pictures", (ONE,), later)
    assert waits_until(store, later) == later + HOLD


def test_a_try_counts_for_all_that_it_is_of_or_for_none(store: Store) -> None:
    other = Try("class:1", PACE)
    for _ in range(3):
        wrong(store)
    assert waits_until(store, NOW, other, ONE) == NOW + 10 * SECOND
    with store.read() as conn:
        assert wrong_tries(conn, ["class:1", "pupil:1", "pupil:2"], NOW) == {"pupil:1": 3}


def test_of_two_waits_the_longer_is_told(store: Store) -> None:
    slow = Try("class:1", Pace(1, 40 * SECOND, 60 * SECOND, timedelta(hours=1)))
    for _ in range(2):
        wrong(store)
    wrong(store, NOW, ONE, slow)
    assert waits_until(store, NOW, ONE, slow) == NOW + 40 * SECOND


def test_after_a_while_without_tries_all_is_forgotten(store: Store) -> None:
    for _ in range(3):
        wrong(store)
    assert wrong(store, NOW + timedelta(hours=1))[0].wrong == 1
    with store.write() as conn:
        forget_what_is_over(conn, NOW + timedelta(hours=3))
        assert conn.execute(select(func.count()).select_from(rate_limits)).scalar() == 0


def test_tries_can_be_forgotten_by_name(store: Store) -> None:
    other = Try("pupil:2", PACE)
    for _ in range(3):
        wrong(store)
        wrong(store, NOW, other)
    with store.write() as conn:
        forget_tries(conn, ["pupil:1"])
    right(store)
    assert waits_until(store, NOW, other)


def test_what_is_granted_ends_by_itself(store: Store) -> None:
    for _ in range(2):
        with store.write() as conn:
            grant(conn, "lifted:1", NOW + 60 * SECOND, NOW)
    with store.read() as conn:
        moments = (NOW, NOW + 59 * SECOND, NOW + 60 * SECOND)
        assert [is_granted(conn, "lifted:1", now) for now in moments] == [True, True, False]
        assert not is_granted(conn, "lifted:2", NOW)


def test_who_waits_costs_one_read_and_no_turn_of_a_writer(
    store: Store, statements: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    for _ in range(3):
        wrong(store)
    with statements() as seen:
        waits_until(store, NOW)
    assert [one.split()[0] for one in seen] == ["SELECT"]


def test_no_address_is_kept_and_any_length_fits(store: Store) -> None:
    wrong(store, NOW, Try("staff:" + "juf@school.example" * 50, PACE))
    with store.read() as conn:
        assert all(len(key) == 64 for key in conn.execute(select(rate_limits.c.key)).scalars())
