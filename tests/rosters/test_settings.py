"""What a school's rosters are like is remembered for that school alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.rosters.csv_columns import Column
from course.rosters.settings import keep_columns, keep_school_key, read_settings
from tests.builders import a_school

if TYPE_CHECKING:
    from course.store.store import Store

HEADER = ("Stamnr", "Roepnaam", "Klas", "Kluisje")


def test_columns_are_remembered_by_their_names_wherever_they_stand(store: Store) -> None:
    school, other = a_school(store), a_school(store)
    with store.write() as conn:
        keep_columns(conn, school.id, HEADER, {0: Column.KEY, 1: Column.GIVEN, 2: Column.GROUP})
    with store.read() as conn:
        kept = read_settings(conn, school.id)
        assert read_settings(conn, other.id).columns_of(HEADER) is None
    assert kept.columns_of(("Klas", "STAMNR", "kluisje", "roepnaam")) == {
        0: Column.GROUP,
        1: Column.KEY,
        3: Column.GIVEN,
    }
    assert kept.columns_of((*HEADER, "Mentor")) is None


def test_how_the_last_file_named_the_school_stays_beside_the_columns(store: Store) -> None:
    school = a_school(store)
    with store.write() as conn:
        keep_school_key(conn, school.id, "99ZZ00")
        keep_columns(conn, school.id, HEADER, {0: Column.KEY})
        keep_school_key(conn, school.id, "")
    with store.read() as conn:
        assert read_settings(conn, school.id).school_key == "99ZZ00"
        assert read_settings(conn, school.id).columns["stamnr"] is Column.KEY
