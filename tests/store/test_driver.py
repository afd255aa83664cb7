from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, IntegrityError

from course.store.driver import PRIVATE, send

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from course.store.store import Store


def test_the_private_names_of_sqlalchemy_are_still_there() -> None:
    assert PRIVATE == ("_has_events", "_handle_dbapi_exception")
    assert isinstance(Engine._has_events, bool)
    assert callable(Connection._handle_dbapi_exception)


def test_whoever_listens_to_the_engine_hears_what_the_driver_is_handed(
    store: Store, statements: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    with statements() as seen, store.read() as conn:
        assert send(conn, "SELECT 7").fetchone() == (7,)
    assert seen == ["SELECT 7"]


def test_an_error_of_the_driver_comes_as_sqlalchemys_and_leaves_the_transaction_open(store: Store) -> None:
    with store.write() as conn:
        send(conn, "INSERT INTO boards (id, name) VALUES (1, 'a')")
        send(conn, "SAVEPOINT before")
        with pytest.raises(IntegrityError):
            send(conn, "INSERT INTO boards (id, name) VALUES (1, 'b')")
        send(conn, "ROLLBACK TO before")
        send(conn, "INSERT INTO boards (id, name) VALUES (2, 'c')")
    with store.read() as conn:
        assert send(conn, "SELECT name FROM boards ORDER BY id").fetchall() == [("a",), ("c",)]


def test_an_error_never_shows_what_was_to_be_stored(store: Store) -> None:
    with store.read() as conn, pytest.raises(DBAPIError) as raised:
        send(conn, "SELECT x FROM no_such_table", ())
    assert "parameters" not in str(raised.value)
