from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from limits import parse
from limits.storage import storage_from_string
from limits.strategies import FixedWindowRateLimiter
from sqlalchemy import select

from course.people.rate_limits import SCHEME, StoredLimits
from course.people.tables import rate_limits
from tests.builders import NOW

if TYPE_CHECKING:
    from course.store.store import Store


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def storage(store: Store, clock: Clock) -> StoredLimits:
    made = storage_from_string(f"{SCHEME}://", store=store, clock=clock)
    assert isinstance(made, StoredLimits)
    return made


def test_tries_are_let_through_up_to_the_limit_and_again_after_the_window(
    storage: StoredLimits, clock: Clock
) -> None:
    limiter, limit = FixedWindowRateLimiter(storage), parse("3 per 5 minutes")
    assert [limiter.hit(limit, "staff:a@b.example") for _ in range(4)] == [True, True, True, False]
    assert limiter.hit(limit, "staff:c@d.example")
    clock.now += timedelta(minutes=5)
    assert limiter.hit(limit, "staff:a@b.example")


def test_another_process_counts_on(store: Store, storage: StoredLimits, clock: Clock) -> None:
    other = StoredLimits(store=store, clock=clock)
    assert [storage.incr("key", 60), other.incr("key", 60), storage.incr("key", 60, 3)] == [1, 2, 5]
    assert other.get("key") == 5


def test_the_window_does_not_move_with_the_tries(storage: StoredLimits, clock: Clock) -> None:
    storage.incr("key", 60)
    clock.now += timedelta(seconds=50)
    storage.incr("key", 60)
    assert storage.get_expiry("key") == (NOW + timedelta(seconds=60)).timestamp()


def test_a_count_can_be_forgotten(storage: StoredLimits) -> None:
    storage.incr("one", 60)
    storage.incr("two", 60)
    storage.clear("one")
    assert (storage.get("one"), storage.get("two")) == (0, 1)
    assert storage.reset() == 1
    assert storage.get("two") == 0


def test_no_address_is_kept_and_any_length_fits(store: Store, storage: StoredLimits) -> None:
    storage.incr("staff:" + "juf@school.example" * 50, 60)
    with store.read() as conn:
        assert all(len(key) == 64 for key in conn.execute(select(rate_limits.c.key)).scalars())
    assert storage.check()
