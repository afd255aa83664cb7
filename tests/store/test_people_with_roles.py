"""Revision 0005 carries a database over as the version of commit d41893f left it: nobody loses anything."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import bindparam, text

from course.classroom.class_sessions import class_door
from course.classroom.sign_in import sign_in_pupil
from course.naming import sort_key
from course.people.actor import hash_of, identify
from course.people.roles import Role
from course.people.secrets import hash_password, hash_pictures
from course.people.sign_in import sign_in_staff
from course.store.metadata import Instant
from course.store.migrate import downgrade, upgrade
from course.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

YEAR = 2026
NOW = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
ADDED = datetime(2026, 8, 20, 9, 0, tzinfo=UTC)
PICTURES = ("boom", "kat", "zon")
PASSWORD = "samen-wijs-delen"
PEOPLE = (
    (1, 1, "pupil", "Sam", None),
    (2, 1, "pupil", "Sam ", None),
    (3, 1, "pupil", "Zoe\u0308", None),
    (4, 1, "pupil", "Çiğdem", None),
    (5, 1, "pupil", "Sam 2", None),
    (6, 1, "pupil", "Bo", None),
    (7, 1, "teacher", "Anna de Jong", "anna@school.example"),
    (8, 1, "director", "Els van den Berg", "els@school.example"),
    (9, None, "officer", "Ömer Kaya", "omer@board.example"),
    (10, 2, "teacher", "Cher", "cher@school.example"),
)
"""Id, school, role, name and address."""
MEMBERSHIPS = (
    (1, 1, "pupil"), (1, 2, "pupil"), (1, 3, "pupil"), (1, 4, "pupil"), (1, 5, "pupil"), (1, 7, "teacher"),
    (2, 1, "pupil"), (2, 7, "teacher"), (3, 6, "pupil"), (4, 7, "teacher"), (5, 10, "teacher"), (6, 10, "teacher"),
)  # fmt: skip
"""Group, person and role; person 10 teaches at both schools, which the old tables allowed and no page knew."""


def put(conn: Connection, table: str, **values: object) -> None:
    """Insert one row with plain SQL, as nothing of today's tables knows those columns."""
    names = ", ".join(values)
    marks = ", ".join(f":{name}" for name in values)
    moments = [bindparam(name, type_=Instant) for name in values if name.endswith("_at")]
    conn.execute(text(f"INSERT INTO {table} ({names}) VALUES ({marks})").bindparams(*moments), values)


def fill(conn: Connection) -> None:
    """Two schools in the middle of a term, as that version wrote them."""
    put(conn, "boards", id=1, name="De Veerkracht")
    for school in (1, 2):
        adopted = "2020-08-01"
        put(
            conn,
            "schools",
            id=school,
            board_id=1,
            name=f"School {school}",
            protocol="kom-leren",
            adopted_on=adopted,
        )
    groups = (
        (1, 1, "Groep 7/8", "po-7-8", YEAR), (2, 1, "Groep 6", "po-5-6", YEAR - 1), (3, 1, "8B", "po-7-8", YEAR),
        (4, 1, "8C", "po-7-8", YEAR + 1), (5, 2, "7A", "po-7-8", YEAR), (6, 1, "8D", "po-7-8", YEAR),
    )  # fmt: skip
    for one, school, name, band, year in groups:
        put(conn, "groups", id=one, school_id=school, name=name, band=band, school_year=year)
    pictures, password = hash_pictures(PICTURES), hash_password(PASSWORD)
    for person, school, role, name, email in PEOPLE:
        secret = pictures if role == "pupil" else password
        row = {"id": person, "board_id": 1, "school_id": school, "role": role, "name": name, "email": email}
        put(conn, "persons", **row, secret_hash=secret, created_at=ADDED)
    for group, person, role in MEMBERSHIPS:
        put(conn, "memberships", group_id=group, person_id=person, role=role)
    lesson = {"opened_at": NOW, "expires_at": NOW + timedelta(hours=1)}
    put(conn, "class_sessions", id=1, group_id=1, opened_by=7, code="CDFGHJ", **lesson)
    for person, session in ((3, 1), (7, None), (9, None)):
        row = {"person_id": person, "class_session_id": session, "created_at": NOW, "seen_at": NOW}
        put(
            conn,
            "sign_ins",
            token_hash=hash_of(f"token {person}"),
            **row,
            expires_at=NOW + timedelta(hours=1),
        )
    put(conn, "progress", person_id=3, module="mag-deze-foto", started_at=ADDED, touched_at=ADDED, best=90)
    put(conn, "group_progress", group_id=1, module="mag-deze-foto", begun=1, completed=0)


def rows(store: Store, statement: str) -> list[tuple[object, ...]]:
    with store.read() as conn:
        return [tuple(row) for row in conn.execute(text(statement))]


@pytest.fixture
def old(empty_url: str) -> Iterator[Store]:
    """A database of that version, with its data."""
    store = Store.open(empty_url)
    upgrade(store, "0004")
    with store.write() as conn:
        fill(conn)
        if store.queue is None:
            for table in ("boards", "schools", "groups", "persons", "class_sessions"):
                conn.execute(text(f"SELECT setval('{table}_id_seq', 100)"))
    yield store
    store.close()


def test_everybody_keeps_the_role_the_school_the_secret_and_the_address(old: Store) -> None:
    upgrade(old)
    kept = rows(old, "SELECT person_id, school_id, role FROM roles WHERE until_on IS NULL ORDER BY id")
    assert kept == [*((one, school, role) for one, school, role, *_ in PEOPLE), (10, 1, "teacher")]
    kinds = rows(old, "SELECT person_id, kind FROM credentials ORDER BY person_id")
    assert kinds == [(one, "pictures" if role == "pupil" else "password") for one, _, role, *_ in PEOPLE]
    assert sign_in_staff(old, "anna@school.example", PASSWORD, NOW).role_id
    assert (
        rows(old, "SELECT count(*) FROM progress")
        == rows(old, "SELECT count(*) FROM group_progress")
        == [(1,)]
    )


def test_who_is_signed_in_stays_so_in_the_own_role(old: Store) -> None:
    upgrade(old)
    with old.read() as conn:
        zoe, anna, omer = (identify(conn, f"token {one}", NOW) for one in (3, 7, 9))
    assert zoe
    assert anna
    assert omer
    assert (zoe.role, zoe.group_ids, zoe.band) == (Role.PUPIL, (1,), "po-7-8")
    assert (anna.role, anna.group_ids, anna.school_id) == (Role.TEACHER, (1,), 1)
    assert (omer.role, omer.school_id) == (Role.OFFICER, None)


def test_groups_are_kept_and_those_of_a_year_that_is_over_have_ended(old: Store) -> None:
    upgrade(old)
    kept = rows(old, "SELECT group_id, person_id, role FROM memberships ORDER BY group_id, person_id")
    assert kept == sorted(MEMBERSHIPS)
    with old.read() as conn:
        ended = conn.execute(
            text("SELECT DISTINCT group_id, until_on FROM memberships WHERE until_on IS NOT NULL")
        ).all()
    assert [(group, str(day)) for group, day in ended] == [(2, str(date(YEAR, 8, 1)))]


def test_a_pupils_year_is_read_from_the_name_of_the_group_within_its_band(old: Store) -> None:
    upgrade(old)
    years = rows(old, "SELECT id, year_group FROM persons ORDER BY id")
    assert years[:6] == [(1, "7"), (2, "7"), (3, "7"), (4, "7"), (5, "7"), (6, "8")]
    assert {year for _, year in years[6:]} == {None}


def test_tiles_that_looked_alike_are_told_apart_and_everybody_still_comes_in(old: Store) -> None:
    upgrade(old)
    tiles = class_door(old, "CDFGHJ", NOW).tiles
    assert [tile.name for tile in tiles] == ["Çiğdem", "Sam", "Sam 2", "Sam 3", "Zoë"]
    for tile in tiles:
        assert sign_in_pupil(old, "CDFGHJ", tile.person_id, PICTURES, NOW)


def test_names_get_their_parts_and_sort_keys(old: Store) -> None:
    upgrade(old)
    parts = "SELECT given_name, particle, surname FROM persons WHERE id IN (7, 8, 10) ORDER BY sort_key"
    assert rows(old, parts) == [("Els", "van den", "Berg"), ("Cher", "", ""), ("Anna", "de", "Jong")]
    assert rows(old, "SELECT sort_key FROM persons WHERE id = 3") == [(sort_key("Zoë"),)]


def test_it_goes_back_where_everybody_has_one_role_that_the_old_tables_know(old: Store) -> None:
    before = {}
    tables = ("persons", "groups", "memberships", "sign_ins", "progress", "class_sessions")
    with old.write() as conn:
        conn.execute(text("DELETE FROM memberships WHERE person_id = 10 AND group_id = 6"))
    for table in tables:
        before[table] = rows(old, f"SELECT count(*) FROM {table}")
    upgrade(old)
    downgrade(old, "0004")
    assert {table: rows(old, f"SELECT count(*) FROM {table}") for table in tables} == before
    kept = rows(old, "SELECT id, school_id, role, email FROM persons ORDER BY id")
    assert kept == [(one, school, role, email) for one, school, role, _, email in PEOPLE]
    assert rows(old, "SELECT id, band FROM groups WHERE id IN (1, 3) ORDER BY id") == [
        (1, "po-7-8"),
        (3, "po-7-8"),
    ]
    assert rows(old, "SELECT count(*) FROM persons WHERE secret_hash = ''") == [(0,)]
    upgrade(old)


def test_it_does_not_go_back_over_what_the_old_tables_cannot_say(old: Store) -> None:
    upgrade(old)
    with pytest.raises(RuntimeError, match="1 people have no role, several or a new one"):
        downgrade(old, "0004")
    assert old.is_current()
