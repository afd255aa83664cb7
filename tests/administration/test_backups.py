"""The drill: copied while it is served, damaged, put back; who was erased since stays erased, and figures are right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from course.administration.backups import back_up, restore
from course.enrolment.people import erase_person
from course.enrolment.recount import differences
from course.errors import Unavailable
from course.journal import journal
from course.journal.journal import Event, Origin
from course.people.tables import persons
from course.store.store import Store
from tests import builders
from tests.builders import NOW

if TYPE_CHECKING:
    from pathlib import Path


def names(store: Store) -> set[str]:
    with store.read() as conn:
        return set(conn.execute(select(persons.c.name)).scalars())


def test_a_copy_made_while_serving_comes_back_without_who_was_erased_since(
    empty_url: str, tmp_path: Path
) -> None:
    file = tmp_path / "copy"
    store = Store.open(empty_url)
    store.migrate()
    school = builders.a_school(store)
    group = builders.a_group(store, school)
    noor = builders.a_pupil(store, group, "Noor")
    builders.a_pupil(store, group, "Sam")
    back_up(empty_url, file, NOW)
    assert file.stat().st_mode & 0o077 == 0
    with pytest.raises(Unavailable):
        back_up(empty_url, file, NOW)
    with store.write() as conn:
        erase_person(conn, noor, Origin(NOW))
    builders.a_pupil(store, group, "Later")
    with pytest.raises(Unavailable, match="in use"):
        restore(empty_url, file, NOW)
    assert names(store) == {"Sam", "Later"}
    store.close()

    assert restore(empty_url, file, NOW) == 1
    store = Store.open(empty_url)
    assert names(store) == {"Sam"}
    with store.read() as conn:
        assert differences(conn, school.id) == ()
    (told,) = journal.read(store, events=[Event.RESTORED])
    assert told.detail == "erasures=1"
    store.close()


def test_a_file_that_is_no_copy_changes_nothing(empty_url: str, tmp_path: Path) -> None:
    store = Store.open(empty_url)
    store.migrate()
    builders.a_pupil(store, builders.a_group(store), "Noor")
    store.close()
    wrong = tmp_path / "wrong"
    wrong.write_bytes(b"not a database at all" * 100)
    for file in (wrong, tmp_path / "nowhere"):
        with pytest.raises(Unavailable):
            restore(empty_url, file, NOW)
    store = Store.open(empty_url)
    assert "Noor" in names(store)
    store.close()
