"""Room is bounded, what is in use stays, and threads may come at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from hypothesis import given
from hypothesis import strategies as st

from course.bounded_cache import BoundedCache


def test_what_was_put_is_given_back_and_what_was_not_is_none():
    cache = BoundedCache[str](10)
    assert cache.put("a", "one") == "one"
    assert (cache.get("a"), cache.get("b")) == ("one", None)


@given(st.lists(st.integers(0, 50), max_size=300), st.integers(2, 20))
def test_never_more_is_kept_than_there_is_room_for_and_never_anything_else(keys, most):
    cache = BoundedCache[str](most)
    for key in keys:
        assert cache.get(key) in (None, str(key))
        cache.put(key, str(key))
        assert cache.get(key) == str(key)
        assert len(cache) <= most


def test_what_is_in_use_stays_while_everything_else_passes_by():
    cache = BoundedCache[int](20)
    cache.put("in use", 1)
    for other in range(1000):
        cache.put(other, other)
        assert cache.get("in use") == 1
    assert cache.get(5) is None


@given(st.lists(st.integers(1, 40), max_size=100))
def test_room_is_measured_as_asked_and_what_is_too_large_is_not_kept(sizes):
    cache = BoundedCache[str](50, len)
    for key, size in enumerate(sizes):
        assert cache.put(key, "x" * size) == "x" * size
        assert (cache.get(key) is None) == (size > 25)
        assert sum(len(cache.get(one) or "") for one in range(key + 1)) <= 50


def test_threads_that_come_at_once_each_get_what_belongs_to_their_key():
    cache = BoundedCache[int](16)

    def ask(turn):
        for key in range(200):
            found = cache.get(key % 40)
            assert found in (None, key % 40)
            cache.put(key % 40, key % 40)
            assert len(cache) <= 16 + 8
        return turn

    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(ask, range(40))) == list(range(40))
