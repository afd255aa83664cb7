"""The journal is added to and never changed, and holds nobody's name."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete, func, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from course.errors import Clash
from course.journal import journal
from course.journal.journal import Entry, Event, coarse
from course.journal.tables import journal as table
from tests.builders import NOW

if TYPE_CHECKING:
    from course.store.store import Store

DAY = timedelta(days=1)


def told(store: Store, *entries: Entry) -> None:
    with store.write() as conn:
        journal.write(conn, *entries)


def count(store: Store) -> int:
    with store.read() as conn:
        return conn.execute(select(func.count()).select_from(table)).scalar_one()


def test_what_was_told_is_read_again_the_oldest_first(store: Store) -> None:
    newer = Entry(NOW, Event.SIGNED_IN, 7, None, 1, 2, 3, "192.0.2.0/24", "pictures")
    older = Entry(NOW - DAY, Event.NEW_PICTURES, 8, 7, 1, 2, 3)
    told(store, newer, older)
    assert [*journal.read(store)] == [older, newer]


def test_it_is_read_by_person_school_event_and_time(store: Store) -> None:
    entries = [
        Entry(NOW - 2 * DAY, Event.REFUSED, about_id=7, school_id=1),
        Entry(NOW - DAY, Event.SIGNED_IN, 7, school_id=1),
        Entry(NOW, Event.NEW_PICTURES, 8, 9, school_id=2),
    ]
    told(store, *entries)
    assert [*journal.read(store, person_id=7)] == entries[:2], "who did it, and whom it was done to"
    assert [*journal.read(store, school_id=2)] == entries[2:]
    assert [*journal.read(store, events=[Event.REFUSED, Event.NEW_PICTURES])] == [entries[0], entries[2]]
    assert [*journal.read(store, since=NOW - DAY, until=NOW)] == [entries[1]]


def test_what_is_undone_is_not_told(store: Store) -> None:
    def fails() -> None:
        with store.write() as conn:
            journal.write(conn, Entry(NOW, Event.SIGNED_IN, 7))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()
    assert count(store) == 0


@pytest.mark.parametrize(
    "statement",
    [
        update(table).values(person_id=1),
        update(table).where(table.c.id == 1).values(at=NOW - 400 * DAY),
        delete(table),
        text("INSERT OR REPLACE INTO journal (id, at, event) VALUES (1, '2026-01-01', 'signed-in')"),
    ],
    ids=["change", "make older", "delete", "replace"],
)
def test_the_database_itself_refuses_to_change_it(store: Store, statement) -> None:
    if "REPLACE" in str(statement) and store.engine.dialect.name != "sqlite":
        pytest.skip("PostgreSQL has no such statement")
    entry = Entry(datetime.now(UTC), Event.REFUSED, about_id=7)
    told(store, entry)
    with pytest.raises((Clash, DBAPIError)), store.write() as conn:
        conn.execute(statement)
    assert [*journal.read(store)] == [entry]


def test_an_entry_that_is_there_is_not_overwritten(store: Store) -> None:
    told(store, Entry(NOW, Event.REFUSED, about_id=7))
    with pytest.raises((Clash, DBAPIError)), store.write() as conn:
        conn.execute(insert(table).values(id=1, at=NOW, event="signed-in"))


def test_what_is_old_enough_goes_and_nothing_else(store: Store) -> None:
    ages = (500, 366, 364, 20)
    told(store, *(Entry(NOW - days * DAY, Event.SIGNED_IN, days) for days in ages))
    with store.write() as conn:
        assert journal.prune(conn, NOW) == 2
    assert [entry.person_id for entry in journal.read(store)] == [364, 20]


def test_nothing_younger_than_thirty_days_goes_whatever_the_setting(store: Store) -> None:
    told(store, *(Entry(datetime.now(UTC) - days * DAY, Event.SIGNED_IN, days) for days in (31, 29)))
    with store.write() as conn:
        assert journal.prune(conn, datetime.now(UTC), timedelta(0)) == 1
    assert [entry.person_id for entry in journal.read(store)] == [29]


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("192.0.2.77", "192.0.2.0/24"),
        ("::ffff:192.0.2.77", "192.0.2.0/24"),
        ("2001:db8:1:2:3::4", "2001:db8:1::/48"),
        ("2001:db8:1:2::/64", "2001:db8:1::/48"),
        ("a-socket", ""),
        ("", ""),
    ],
)
def test_an_address_is_told_as_its_network_alone(address: str, network: str) -> None:
    assert coarse(address) == network


def test_no_column_can_hold_a_name_or_an_answer() -> None:
    words = {column.name: column.type.length for column in table.columns if hasattr(column.type, "length")}
    assert words == {"event": 24, "place": 64, "detail": 40}
