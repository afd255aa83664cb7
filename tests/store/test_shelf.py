from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import DBAPIError

from course.errors import Unavailable
from course.store import shelf
from course.store.shelf import Shelf

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from course.store.store import Store


def lives(_conn: Connection, _since: float) -> bool:
    return True


def test_the_connection_that_was_put_back_last_is_lent_first(store: Store) -> None:
    kept = Shelf(store.engine, lives)
    one, other = kept.take(), kept.take()
    kept.put_back(other)
    kept.put_back(one)
    assert kept.take() is one
    assert kept.take() is other
    one.close()
    other.close()


def test_what_does_not_fit_on_the_shelf_goes_back_to_the_pool(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shelf, "MOST", 1)
    kept = Shelf(store.engine, lives)
    one, other = kept.take(), kept.take()
    kept.put_back(one)
    kept.put_back(other)
    assert (one.closed, other.closed) == (False, True)
    kept.clear()
    assert one.closed


def test_a_connection_that_no_longer_lives_is_replaced(store: Store) -> None:
    kept = Shelf(store.engine, lambda _conn, _since: False)
    dead = kept.take()
    kept.put_back(dead)
    fresh = kept.take()
    assert fresh is not dead
    assert dead.closed
    assert fresh.exec_driver_sql("SELECT 1").scalar() == 1
    fresh.close()


def test_one_that_died_in_use_takes_the_others_off_the_shelf(store: Store) -> None:
    kept = Shelf(store.engine, lives)
    idle, used = kept.take(), kept.take()
    kept.put_back(idle)
    used.invalidate()
    kept.put_back(used)
    assert idle.closed
    assert used.closed


def test_after_a_restart_of_postgresql_one_request_fails_and_the_rest_find_a_fresh_connection(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    if store.engine.dialect.name == "sqlite":
        pytest.skip("SQLite has no connection that can die")
    monkeypatch.setattr("course.store.postgresql.IDLE_SECONDS", 3600)
    with store.read() as one, store.read() as other, store.read() as killer:
        victims = [conn.exec_driver_sql("SELECT pg_backend_pid()").scalar_one() for conn in (one, other)]
        for pid in victims:
            killer.exec_driver_sql("SELECT pg_terminate_backend(%s, 5000)", (pid,))
    with pytest.raises(Unavailable), store.read() as conn:
        conn.exec_driver_sql("SELECT 1")
    for _ in range(3):
        with store.read() as conn:
            assert conn.exec_driver_sql("SELECT 1").scalar() == 1


def test_a_failed_statement_does_not_make_a_connection_unfit(store: Store) -> None:
    with store.read() as conn, pytest.raises(DBAPIError):
        conn.exec_driver_sql("SELECT x FROM no_such_table")
    with store.read() as conn:
        assert conn.exec_driver_sql("SELECT 1").scalar() == 1
