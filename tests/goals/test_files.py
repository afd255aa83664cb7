"""A file stands beside its entry, for who reads the log; it goes with the entry, and with who added it."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import delete, func, select

from course.administration.backups import back_up, restore
from course.curriculum.model import Purpose
from course.enrolment.people import erase_person
from course.errors import Invalid, NotFound
from course.goals import files
from course.goals.evidence import note_evidence, restore_evidence, withdraw_evidence
from course.goals.file_kinds import read_file
from course.goals.files import FULL, WITHDRAWN_KEPT, file_of
from course.goals.logbook import Use, log_use
from course.goals.tables import evidence, evidence_files
from course.journal.journal import Origin
from course.people.roles import Role
from course.privacy.known import known_of
from course.privacy.tidying import tidy
from tests.goals.files import a_pdf
from tests.learning.world import NOW

if TYPE_CHECKING:
    from pathlib import Path

    from course.goals.pages import Evidence
    from course.store.store import Store
    from tests.figures.scene import Term

FILE = read_file("Brief.pdf", a_pdf())


def logged(store: Store, here: Term, words: str = "Brief aan ouders") -> Evidence:
    use = Use(Purpose.PARENTS, None, here.group, NOW.date(), words)
    return log_use(store, here.teacher, use, NOW, FILE)


def kept(store: Store) -> int:
    with store.read() as conn:
        return int(conn.execute(select(func.count()).select_from(evidence_files)).scalar_one())


def test_who_reads_the_log_gets_it_and_sent_twice_it_is_kept_once(store: Store, here: Term) -> None:
    entry = logged(store, here)
    assert logged(store, here) == entry
    assert (entry.file, kept(store)) == ("Brief.pdf", 1)
    for actor in (here.teacher, here.director):
        assert file_of(store, actor, entry.id).content == FILE.content
    noted = note_evidence(store, here.director, "streng:profiel", None, NOW.date(), "Plan", NOW, FILE)
    assert (noted.file, kept(store)) == ("Brief.pdf", 2)


def test_nobody_else_gets_it(store: Store, here: Term) -> None:
    entry = logged(store, here)
    other = here.world.school("De Beuk")
    strangers = [
        here.world.person(Role.DIRECTOR, other, name="Eva"),
        here.world.person(Role.OFFICER, None, name="Bo"),
        here.world.person(Role.ADMINISTRATOR, here.school, name="Cas"),
        here.pupils[0],
    ]
    for actor in strangers:
        with pytest.raises(NotFound):
            file_of(store, actor, entry.id)


def test_withdrawn_it_is_not_given_and_after_a_week_it_is_gone(store: Store, here: Term) -> None:
    entry = logged(store, here)
    withdraw_evidence(store, here.teacher, entry.id, NOW)
    with pytest.raises(NotFound):
        file_of(store, here.teacher, entry.id)
    restore_evidence(store, here.teacher, entry.id)
    assert file_of(store, here.teacher, entry.id).name == "Brief.pdf"
    withdraw_evidence(store, here.teacher, entry.id, NOW)
    tidy(store, NOW + WITHDRAWN_KEPT - timedelta(minutes=1), timedelta(days=5000), dry=False)
    assert kept(store) == 1
    tidy(store, NOW + WITHDRAWN_KEPT, timedelta(days=5000), dry=False)
    assert kept(store) == 0


def test_it_goes_with_its_entry_and_with_who_added_it(store: Store, here: Term) -> None:
    entry = logged(store, here)
    with store.write() as conn:
        conn.execute(delete(evidence).where(evidence.c.id == entry.id))
    assert kept(store) == 0
    entry = logged(store, here)
    with store.write() as conn:
        erase_person(conn, here.teacher.person_id, Origin(NOW))
    assert kept(store) == 0
    with store.read() as conn:
        words = conn.execute(select(evidence.c.words).where(evidence.c.id == entry.id)).scalar_one()
    assert words == "Brief aan ouders", "the school's own words stay"


def test_it_stands_in_what_is_known_of_who_added_it(store: Store, here: Term) -> None:
    logged(store, here)
    with store.read() as conn:
        told = known_of(conn, here.teacher.person_id, NOW).plain()["tables"]
    (row,) = told["evidence_files"]  # type: ignore[index]
    assert row["name"] == "Brief.pdf"
    assert row["content"].startswith("JVBERi0")


def test_a_school_has_so_much_room_and_no_more(
    store: Store, here: Term, monkeypatch: pytest.MonkeyPatch
) -> None:
    logged(store, here)
    monkeypatch.setattr(files, "ROOM", len(FILE.content) + 1)
    with pytest.raises(Invalid) as wrong:
        logged(store, here, "Nog een")
    assert wrong.value.fields == {"file": FULL}
    with store.read() as conn:
        assert conn.execute(select(func.count()).select_from(evidence)).scalar_one() == 1


def test_a_backup_carries_it_and_brings_it_back(store: Store, here: Term, tmp_path: Path) -> None:
    if store.queue is None:
        pytest.skip("the tables of PostgreSQL's tests are shared; pg_dump copies whole tables by itself")
    entry, url = logged(store, here), f"sqlite:///{store.engine.url.database}"
    back_up(url, tmp_path / "copy.db", NOW)
    with store.write() as conn:
        conn.execute(delete(evidence_files))
    store.close()
    restore(url, tmp_path / "copy.db", NOW)
    assert file_of(store, here.teacher, entry.id).content == FILE.content
