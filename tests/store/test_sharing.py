"""Writers of one SQLite process that wait for each other: one transaction for all, and a failure of one for itself only."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import event, func, insert, select
from sqlalchemy.exc import IntegrityError, OperationalError

from course.errors import Clash, Unavailable
from course.people.tables import boards
from course.store import sharing
from course.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    Body = Callable[[Connection], object]

ADD = insert(boards)
PATIENCE = 10.0


@pytest.fixture
def shared(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(f"sqlite:///{tmp_path / 'shared.db'}")
    store.migrate()
    yield store
    store.close()


def named(name: str) -> Body:
    return lambda conn: conn.execute(ADD, {"name": name})


def names(store: Store) -> list[str]:
    with store.read() as conn:
        return list(conn.execute(select(boards.c.name).order_by(boards.c.id)).scalars())


def together(store: Store, *bodies: Body) -> list[BaseException | None]:
    """Run bodies in one transaction, in this order: the first holds it until all others wait. Gives the error of each."""
    errors: list[BaseException | None] = [None] * len(bodies)
    first_is_in = threading.Event()

    def run(place: int) -> None:
        try:
            with store.write() as conn:
                if place == 0:
                    first_is_in.set()
                    _until(store, len(bodies) - 1)
                bodies[place](conn)
        except BaseException as error:  # noqa: BLE001 - the test looks at it
            errors[place] = error

    threads = [threading.Thread(target=run, args=(place,)) for place in range(len(bodies))]
    for place, thread in enumerate(threads):
        thread.start()
        if place == 0:
            assert first_is_in.wait(PATIENCE)
        elif place < len(bodies) - 1:
            _until(store, place)
    for thread in threads:
        thread.join(PATIENCE)
    assert not any(thread.is_alive() for thread in threads)
    return errors


def _until(store: Store, waiting: int) -> None:
    assert store.sharing is not None
    until = time.monotonic() + PATIENCE
    while store.sharing.waiting != waiting:
        assert time.monotonic() < until, "nobody came"
        time.sleep(0.001)


@contextmanager
def sent(store: Store) -> Iterator[list[str]]:
    seen: list[str] = []

    def note(_conn: object, _cursor: object, statement: str, *_rest: object) -> None:
        seen.append(statement)

    event.listen(store.engine, "before_cursor_execute", note)
    yield seen
    event.remove(store.engine, "before_cursor_execute", note)


@contextmanager
def failing(store: Store, statement: str) -> Iterator[None]:
    """Let the driver refuse a statement, as it does on a full disk."""

    def refuse(_conn: object, _cursor: object, sql: str, *_rest: object) -> None:
        if sql == statement:
            raise OperationalError(sql, {}, Exception("database or disk is full"))

    event.listen(store.engine, "before_cursor_execute", refuse)
    yield
    event.remove(store.engine, "before_cursor_execute", refuse)


def test_writers_that_wait_share_one_transaction_in_order_of_arrival(shared: Store) -> None:
    with sent(shared) as seen:
        assert together(shared, named("a"), named("b"), named("c")) == [None, None, None]
    assert names(shared) == ["a", "b", "c"]
    assert Counter(seen)["COMMIT"] == 1
    assert Counter(seen)["BEGIN IMMEDIATE"] == 1
    assert Counter(seen)["SAVEPOINT part"] == Counter(seen)["RELEASE part"] == 2


def test_a_writer_sees_what_those_before_it_in_the_transaction_wrote(shared: Store) -> None:
    seen = []
    count = select(func.count()).select_from(boards)
    together(shared, named("a"), lambda conn: seen.append(conn.execute(count).scalar_one()))
    assert seen == [1]


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_writer_that_raises_undoes_itself_only(shared: Store, place: int) -> None:
    def broken(conn: Connection) -> None:
        conn.execute(ADD, {"name": "half"})
        raise ZeroDivisionError

    bodies = [named("a"), named("b"), named("c")]
    bodies[place] = broken
    errors = together(shared, *bodies)
    assert [type(error) for error in errors] == [
        ZeroDivisionError if at == place else type(None) for at in range(3)
    ]
    assert names(shared) == [name for at, name in enumerate("abc") if at != place]


def test_a_statement_that_clashes_undoes_its_own_writer_only(shared: Store) -> None:
    def clashing(conn: Connection) -> None:
        conn.execute(ADD, {"id": 7, "name": "half"})
        conn.execute(ADD, {"id": 7, "name": "again"})

    first, second, third = together(shared, named("a"), clashing, named("c"))
    assert isinstance(second, Clash)
    assert isinstance(second.__cause__, IntegrityError)
    assert first is third is None
    assert names(shared) == ["a", "c"]


def test_a_commit_that_fails_fails_for_everybody_who_shared_it(shared: Store) -> None:
    with failing(shared, "COMMIT"):
        errors = together(shared, named("a"), named("b"), named("c"))
    assert [type(error) for error in errors] == [Unavailable] * 3
    assert names(shared) == []
    assert together(shared, named("d"), named("e")) == [None, None]
    assert names(shared) == ["d", "e"]


def test_whoever_raised_tells_its_own_error_where_the_commit_fails_too(shared: Store) -> None:
    def broken(_conn: Connection) -> None:
        raise ZeroDivisionError

    with failing(shared, "COMMIT"):
        errors = together(shared, named("a"), broken)
    assert [type(error) for error in errors] == [Unavailable, ZeroDivisionError]
    assert names(shared) == []


def test_all_are_told_where_one_takes_the_whole_transaction_along(shared: Store) -> None:
    """On a full disk SQLite undoes all of it by itself; what came before must not be acknowledged."""

    def takes_all(conn: Connection) -> None:
        conn.exec_driver_sql("ROLLBACK")

    errors = together(shared, named("a"), takes_all, named("c"))
    assert [type(error) for error in errors] == [Unavailable, Unavailable, type(None)]
    assert names(shared) == ["c"]


def test_no_transaction_is_shared_by_more_than_its_bound(
    shared: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sharing, "MOST", 2)
    with sent(shared) as seen:
        assert together(shared, *map(named, "abcde")) == [None] * 5
    assert names(shared) == list("abcde")
    assert Counter(seen)["COMMIT"] == 3


def test_a_transaction_that_cannot_begin_leaves_the_turn_to_the_next(shared: Store) -> None:
    with failing(shared, "BEGIN IMMEDIATE"), pytest.raises(Unavailable), shared.write():
        pass
    with shared.write() as conn:
        conn.execute(ADD, {"name": "a"})
    assert names(shared) == ["a"]


def test_a_write_within_a_write_is_refused_instead_of_waiting_for_itself(store: Store) -> None:
    with store.write() as conn:
        conn.execute(ADD, {"name": "a"})
        with pytest.raises(RuntimeError, match="within a write"), store.write():
            pass
    with store.write() as conn:
        conn.execute(ADD, {"name": "b"})
    assert names(store) == ["a", "b"]


def test_writers_of_postgresql_write_side_by_side(store: Store) -> None:
    if store.engine.dialect.name == "sqlite":
        pytest.skip("SQLite has one writer")
    assert store.sharing is None
    with store.write() as outer:
        outer.execute(ADD, {"name": "slow"})
        thread = threading.Thread(target=lambda: write(store, "quick"))
        thread.start()
        thread.join(PATIENCE)
        assert names(store) == ["quick"]


def write(store: Store, name: str) -> None:
    with store.write() as conn:
        conn.execute(ADD, {"name": name})


@pytest.mark.parametrize("seed", range(4))
def test_what_was_acknowledged_outlives_a_kill_and_stands_there_once(tmp_path: Path, seed: int) -> None:
    """Two processes of six writers; some raise. Both are killed while they write, and what they had said is looked for."""
    url = f"sqlite:///{tmp_path / 'killed.db'}"
    store = Store.open(url)
    store.migrate()
    writing = [
        subprocess.Popen([sys.executable, "-c", WRITERS, url, name], stdout=subprocess.PIPE) for name in "xy"
    ]
    said = b""
    for process in writing:
        assert process.stdout is not None
        said += process.stdout.readline()
    time.sleep(random.Random(seed).uniform(0.05, 0.3))
    for process in writing:
        os.kill(process.pid, signal.SIGKILL)
    for process in writing:
        said += process.communicate()[0]
    acknowledged = [line for line in said.decode().split("\n")[:-1] if line]
    found = Counter(names(store))
    store.close()
    assert len(acknowledged) > 12
    assert not [name for name in acknowledged if found[name] != 1]
    assert set(found.values()) == {1}
    assert not [name for name in found if name.startswith("broken")]


WRITERS = """
import os, sys, threading
from sqlalchemy import insert
from course.people.tables import boards
from course.store.store import Store

store = Store.open(sys.argv[1])

def work(writer):
    number = 0
    while True:
        number += 1
        name = f"{sys.argv[2]} {writer} {number}"
        try:
            with store.write() as conn:
                conn.execute(insert(boards), {"name": f"broken {name}" if number % 5 == 0 else name})
                if number % 5 == 0:
                    raise ZeroDivisionError
        except ZeroDivisionError:
            continue
        os.write(1, f"{name}\\n".encode())

for writer in range(6):
    threading.Thread(target=work, args=(writer,)).start()
"""
