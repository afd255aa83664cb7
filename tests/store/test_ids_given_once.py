"""The journal keeps ids: none that it names is given to anybody else, neither after the migration nor after an erasure."""

from __future__ import annotations

import pytest
from sqlalchemy import insert, text

from course.enrolment.people import erase_person
from course.journal.journal import Origin
from course.people.tables import boards, groups, schools
from course.store.migrate import downgrade, upgrade
from course.store.store import Store
from tests.builders import NOW, a_group, a_pupil

ROWS = (
    "boards (name) VALUES ('De Veerkracht')",
    "schools (board_id, name, protocol, adopted_on) VALUES (1, 'De Eik', 'kom-leren', '2026-08-01')",
    "groups (school_id, name, school_year) VALUES (1, '7B', 2026)",
    "persons (board_id, name, sort_key, created_at) VALUES (1, 'Noor', 'noor', '2026-08-01 08:00:00+00:00')",
    "roles (person_id, role, board_id, school_id, from_on) VALUES (1, 'pupil', 1, 1, '2026-08-01')",
    "memberships (group_id, person_id, role, from_on) VALUES (1, 1, 'pupil', '2026-08-01')",
)
KEPT = ("boards", "schools", "groups", "persons", "roles", "memberships")


def filled(url: str) -> Store:
    """A database of the revision before, in which the journal names who has gone: person 9 by 8, group 5."""
    store = Store.open(url)
    upgrade(store, "0010")
    told = "journal (at, event, person_id, about_id, board_id, school_id, group_id)"
    with store.write() as conn:
        for row in (*ROWS, f"{told} VALUES ('2026-08-02 08:00:00+00:00', 'new-pictures', 8, 9, 1, 1, 5)"):
            conn.execute(text(f"INSERT INTO {row}"))
    return store


def rows(store: Store) -> dict[str, list[dict[str, object]]]:
    with store.read() as conn:
        return {
            table: [dict(row) for row in conn.execute(text(f"SELECT * FROM {table} ORDER BY id")).mappings()]
            for table in KEPT
        }


def test_going_up_and_down_again_keeps_every_row(empty_url: str) -> None:
    store = filled(empty_url)
    before = rows(store)
    store.migrate()
    after = rows(store)
    assert {
        table: [
            {name: row[name] for name in old} for row, old in zip(after[table], before[table], strict=True)
        ]
        for table in KEPT
    } == before
    downgrade(store, "0010")
    assert rows(store) == before
    store.close()


def test_an_id_that_the_journal_names_is_not_given_again_after_the_migration(empty_url: str) -> None:
    if not empty_url.startswith("sqlite"):
        pytest.skip("a sequence of PostgreSQL gave it, and never goes back")
    store = filled(empty_url)
    store.migrate()
    with store.write() as conn:
        conn.execute(text("INSERT INTO " + ROWS[3].replace("Noor", "Sam")))
        conn.execute(text("INSERT INTO " + ROWS[2].replace("7B", "7C")))
        assert conn.execute(text("SELECT max(id) FROM persons")).scalar() == 10
        assert conn.execute(text("SELECT max(id) FROM groups")).scalar() == 6
    store.close()


def test_whoever_comes_after_an_erased_person_has_another_id(store: Store) -> None:
    gone = a_pupil(store, group := a_group(store))
    with store.write() as conn:
        erase_person(conn, gone, Origin(NOW))
    assert a_pupil(store, group) > gone


def test_whatever_comes_after_a_board_that_is_gone_has_other_ids(store: Store) -> None:
    gone = a_group(store)
    with store.write() as conn:
        conn.execute(boards.delete())
    with store.write() as conn:
        (board,) = conn.execute(insert(boards).values(name="B")).inserted_primary_key or ()
        values = {"board_id": board, "name": "S", "protocol": "kom-leren", "adopted_on": NOW.date()}
        (school,) = conn.execute(insert(schools).values(values)).inserted_primary_key or ()
        new = {"school_id": school, "name": "7A", "school_year": 2026}
        (group,) = conn.execute(insert(groups).values(new)).inserted_primary_key or ()
    assert board > gone.board_id
    assert school > gone.school_id
    assert group > gone.id
