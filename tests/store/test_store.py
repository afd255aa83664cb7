from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from course.errors import Clash, Unavailable
from course.people.tables import boards, schools
from course.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from pathlib import Path

COUNT = select(func.count()).select_from(boards)
ADD = insert(boards)


def count(store: Store) -> int:
    with store.read() as conn:
        return conn.execute(COUNT).scalar_one()


def test_a_write_is_there_after_its_block(store: Store) -> None:
    with store.write() as conn:
        conn.execute(ADD, {"name": "De Veerkracht"})
    assert count(store) == 1


def test_a_write_that_fails_leaves_nothing_and_frees_the_queue(store: Store) -> None:
    def write() -> None:
        with store.write() as conn:
            conn.execute(ADD, {"name": "De Veerkracht"})
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        write()
    with store.write() as conn:
        conn.execute(ADD, {"name": "Een ander"})
    assert count(store) == 1


def test_a_write_is_one_begin_and_one_commit(
    store: Store, statements: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    with statements() as seen, store.write() as conn:
        conn.execute(ADD, {"name": "De Veerkracht"})
    assert len(seen) == 3
    assert seen[0].startswith("BEGIN")
    assert seen[-1] == "COMMIT"


def test_a_lone_statement_is_a_transaction_by_itself_where_the_database_makes_it_one(
    store: Store, statements: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    with statements() as seen, store.write(lone=True) as conn:
        conn.execute(ADD, {"name": "De Veerkracht"})
    assert len(seen) == (3 if store.engine.dialect.name == "sqlite" else 1)
    assert count(store) == 1


def test_a_lone_statement_that_clashes_leaves_nothing_and_the_next_one_goes_on(store: Store) -> None:
    values = {"board_id": 99, "name": "De Kiem", "protocol": "compass", "adopted_on": func.current_date()}
    with pytest.raises(Clash), store.write(lone=True) as conn:
        conn.execute(insert(schools).values(values))
    with store.write(lone=True) as conn:
        conn.execute(ADD, {"name": "De Veerkracht"})
    assert count(store) == 1


def test_a_lone_write_within_a_write_is_refused_too(store: Store) -> None:
    with store.write(), pytest.raises(RuntimeError), store.write(lone=True):
        pytest.fail("it would see nothing of the write around it")


def test_a_read_sends_its_select_and_nothing_else(
    store: Store, statements: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    with statements() as seen, store.read() as conn:
        conn.execute(COUNT).scalar_one()
    assert len(seen) == 1


def test_a_read_sees_what_another_commits_meanwhile(store: Store) -> None:
    with store.read() as reading:
        assert reading.execute(COUNT).scalar_one() == 0
        with store.write() as conn:
            conn.execute(ADD, {"name": "De Veerkracht"})
        assert reading.execute(COUNT).scalar_one() == 1


def test_a_write_is_not_seen_before_its_commit(store: Store) -> None:
    with store.write() as conn:
        conn.execute(ADD, {"name": "De Veerkracht"})
        assert count(store) == 0


def test_a_row_that_points_at_nothing_is_a_clash(store: Store) -> None:
    values = {"board_id": 12345, "name": "De Kiem", "protocol": "compass", "adopted_on": func.current_date()}
    with pytest.raises(Clash), store.write() as conn:
        conn.execute(insert(schools).values(values))


def test_a_failed_statement_that_was_swallowed_is_never_committed_by_half(store: Store) -> None:
    def write() -> None:
        with store.write() as conn:
            conn.execute(ADD, {"id": 1, "name": "De Veerkracht"})
            with pytest.raises(Exception, match=r"(?i)unique"):
                conn.execute(ADD, {"id": 1, "name": "Een ander"})

    if store.engine.dialect.name == "postgresql":
        with pytest.raises(Clash):
            write()
        assert count(store) == 0
    else:
        write()
        assert count(store) == 1


def test_eight_threads_write_without_an_error_or_a_loss(store: Store) -> None:
    errors: list[BaseException] = []

    def work(number: int) -> None:
        try:
            for turn in range(25):
                with store.write() as conn:
                    seen = conn.execute(COUNT).scalar_one()
                    conn.execute(ADD, {"name": f"{number} {turn} {seen}"})
        except BaseException as error:  # noqa: BLE001 - the main thread asserts on it
            errors.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert count(store) == 200


def test_a_sqlite_write_sees_every_earlier_one(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'queue.db'}"
    with_tables(url)
    work = [subprocess.Popen([sys.executable, "-c", COUNTER, url, "20"]) for _ in range(3)]
    assert [process.wait(timeout=30) for process in work] == [0, 0, 0]
    store = Store.open(url)
    with store.read() as conn:
        names = conn.execute(select(boards.c.name)).scalars().all()
    store.close()
    assert sorted(map(int, names)) == list(range(60))


def test_a_killed_writer_frees_the_queue_and_leaves_nothing(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'killed.db'}"
    with_tables(url)
    with subprocess.Popen([sys.executable, "-c", SLEEPER, url], stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "writing\n"
        os.kill(writer.pid, signal.SIGKILL)
    store = Store.open(url)
    with store.write() as conn:
        conn.execute(ADD, {"name": "na de klap"})
    assert count(store) == 1
    store.close()


def test_a_dead_postgresql_connection_is_replaced_at_begin(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    if store.engine.dialect.name == "sqlite":
        pytest.skip("SQLite has no connection that can die")
    monkeypatch.setattr("course.store.postgresql.IDLE_SECONDS", 3600)
    with store.read() as killer:
        with store.read() as victim:
            pid = victim.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        killer.exec_driver_sql("SELECT pg_terminate_backend(%s, 5000)", (pid,))
        with store.write() as conn:
            conn.execute(ADD, {"name": "De Veerkracht"})
    assert count(store) == 1


def test_an_idle_postgresql_connection_that_died_is_replaced_before_it_is_lent(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    if store.engine.dialect.name == "sqlite":
        pytest.skip("SQLite has no connection that can die")
    monkeypatch.setattr("course.store.postgresql.IDLE_SECONDS", 0)
    with store.read() as killer:
        with store.read() as victim:
            pid = victim.exec_driver_sql("SELECT pg_backend_pid()").scalar_one()
        killer.exec_driver_sql("SELECT pg_terminate_backend(%s, 5000)", (pid,))
        assert count(store) == 0


def test_sqlite_keeps_every_commit_through_a_power_cut(store: Store) -> None:
    if store.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL's own default")
    with store.read() as conn:
        assert conn.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert conn.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert conn.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_postgresql_speaks_utc_and_never_compiles_a_plan(store: Store) -> None:
    if store.engine.dialect.name != "postgresql":
        pytest.skip("settings of PostgreSQL")
    with store.read() as conn:
        assert conn.exec_driver_sql("SHOW timezone").scalar() == "UTC"
        assert conn.exec_driver_sql("SHOW jit").scalar() == "off"


def test_a_server_that_is_not_there_is_unavailable() -> None:
    store = Store.open("postgresql://nobody@127.0.0.1:9/nothing")
    with pytest.raises(Unavailable), store.read() as conn:
        conn.execute(COUNT)


def test_a_file_that_is_no_database_is_unavailable(tmp_path: Path) -> None:
    path = tmp_path / "letter.db"
    path.write_text("Beste ouders, " * 500)
    with pytest.raises(Unavailable):
        Store.open(f"sqlite:///{path}")


def test_a_folder_that_is_not_there_is_made_and_one_that_cannot_be_is_unavailable(tmp_path: Path) -> None:
    Store.open(f"sqlite:///{tmp_path / 'not' / 'there' / 'deelwijs.db'}").close()
    with pytest.raises(Unavailable, match="folder"):
        Store.open(f"sqlite:///{tmp_path / 'not' / 'there' / 'deelwijs.db' / 'x.db'}")


def test_a_pool_that_is_used_up_is_unavailable_to_whoever_asks_for_the_tables_too(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def waits_in_vain() -> None:
        raise PoolTimeout("no connection came free")

    monkeypatch.setattr(store.engine, "connect", waits_in_vain)
    with pytest.raises(Unavailable):
        store.is_current()


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "mysql://host/name", "gibberish"])
def test_an_address_that_cannot_serve_is_told_before_anything_opens(url: str) -> None:
    with pytest.raises(Unavailable):
        Store.open(url)


def with_tables(url: str) -> None:
    store = Store.open(url)
    store.migrate()
    store.close()


COUNTER = """
import sys
from sqlalchemy import func, insert, select, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from course.people.tables import boards
from course.store.store import Store
store = Store.open(sys.argv[1])
for _ in range(int(sys.argv[2])):
    with store.write() as conn:
        seen = conn.execute(select(func.count()).select_from(boards)).scalar_one()
        conn.execute(insert(boards), {"name": str(seen)})
"""

SLEEPER = """
import sys, time
from sqlalchemy import insert
from course.people.tables import boards
from course.store.store import Store
with Store.open(sys.argv[1]).write() as conn:
    conn.execute(insert(boards), {"name": "half"})
    print("writing", flush=True)
    time.sleep(60)
"""


def test_an_error_never_shows_what_was_stored(store: Store) -> None:
    with (
        pytest.raises(DBAPIError) as raised,
        store.engine.connect() as conn,
    ):
        conn.execute(text("SELECT :name FROM no_such_table"), {"name": "Daan"})
    assert "Daan" not in str(raised.value)
