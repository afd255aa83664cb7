"""`deelwijs privacy` keeps the register of requests, and does what each asks."""

from __future__ import annotations

import json
import stat
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from course.journal import journal
from course.journal.journal import Event
from course.people.tables import persons
from tests.cli.keeping import Kept, a_kept_school

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[Kept]:
    kept = a_kept_school(tmp_path, datetime.now(UTC))
    yield kept
    kept.store.close()


def names(kept: Kept) -> list[str]:
    with kept.store.read() as conn:
        return [*conn.execute(select(persons.c.name)).scalars()]


def asked(kept: Kept, kind: str, person: int) -> str:
    """The number of a request that was just written down."""
    kept.says("privacy", "ask", kind, "--person", str(person))
    found = json.loads(kept.says("privacy", "list", "--json"))
    return str(max(one["request"] for one in found))


def test_who_asks_is_found_by_name_and_the_request_listed_with_its_day(kept: Kept) -> None:
    assert kept.says("privacy", "find", "aya") == f"{kept.pupil}  Aya\n"
    asked(kept, "access", kept.pupil)
    (line,) = kept.says("privacy", "list").splitlines()
    assert line.endswith("open")
    assert "Aya" in line
    (one,) = json.loads(kept.says("privacy", "list", "--json"))
    assert (one["kind"], one["person"], one["outcome"]) == ("access", kept.pupil, None)
    assert one["due_on"] > one["asked_on"]


def test_an_export_is_written_for_its_owner_alone_and_only_while_it_is_asked(
    kept: Kept, tmp_path: Path
) -> None:
    request, file = asked(kept, "access", kept.pupil), tmp_path / "aya.json"
    kept.says("privacy", "export", request, "--output", str(file))
    assert json.loads(file.read_text(encoding="utf-8"))["name"] == "Aya"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    (told,) = journal.read(kept.store, events=[Event.EXPORTED])
    assert (told.person_id, told.about_id) == (None, kept.pupil)
    kept.says("privacy", "close", request, "done")
    assert kept.run("privacy", "export", request, "--output", str(file)).exit_code == 1


def test_a_pupil_and_a_teacher_are_corrected_and_the_request_is_closed(kept: Kept) -> None:
    request = asked(kept, "correction", kept.pupil)
    assert kept.run("privacy", "correct", request).exit_code == 2
    assert kept.run("privacy", "correct", request, "--email", "a@school.example").exit_code == 1
    kept.says("privacy", "correct", request, "--name", "Ayla", "--year", "8")
    assert "Ayla" in names(kept)
    request = asked(kept, "correction", kept.teacher.id)
    assert kept.run("privacy", "correct", request, "--year", "8").exit_code == 1
    kept.says("privacy", "correct", request, "--name", "Jo van den Berg")
    assert "Jo van den Berg" in names(kept)
    assert {one["outcome"] for one in json.loads(kept.says("privacy", "list", "--json"))} == {"done"}


def test_nobody_is_erased_without_confirming(kept: Kept) -> None:
    request = asked(kept, "erasure", kept.pupil)
    assert "Aya" in kept.says("privacy", "erase", request)
    assert "Aya" in names(kept)
    kept.says("privacy", "erase", request, "--confirm")
    assert "Aya" not in names(kept)
    assert kept.run("privacy", "erase", request, "--confirm").exit_code == 1
