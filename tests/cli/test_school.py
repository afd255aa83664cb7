"""`deelwijs school` keeps the schools of a board."""

from __future__ import annotations

import json
import stat
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest

from course.journal import journal
from course.journal.journal import Event
from tests import builders

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.keeping import Kept


def names(kept: Kept) -> list[str]:
    return [one["name"] for one in json.loads(kept.says("school", "list", "--json"))]


def test_schools_are_listed_with_how_many_are_in_them(kept: Kept) -> None:
    assert kept.says("school", "list") == (
        "De Linde (kom-leren): groups 1, pupils 1, staff 1, groups without a teacher 0\n"
    )
    (one,) = json.loads(kept.says("school", "list", "--json"))
    assert (one["school"], one["groups"], one["without_teacher"]) == (kept.school.id, 1, 0)


def test_a_school_is_shown_with_its_groups_and_staff(kept: Kept) -> None:
    found = json.loads(kept.says("school", "show", "de linde", "--json"))
    assert [(one["name"], one["pupils"]) for one in found["groups"]] == [("7B", 1)]
    assert [(one["person"], one["roles"]) for one in found["staff"]] == [(kept.teacher.id, ["teacher"])]
    kept.says("group", "out", "7B", str(kept.pupil), "--school", "De Linde")
    shown = kept.says("school", "show", "De Linde")
    assert f"pupils in no group:\n  {kept.pupil}  Aya" in shown
    assert kept.teacher.email in shown


def test_a_school_is_added_and_called_otherwise_and_the_journal_tells(kept: Kept) -> None:
    number = json.loads(kept.says("school", "add", "De Eik", "--protocol", "verkruisen", "--json"))["school"]
    kept.says("school", "rename", "De Eik", "De Eikel")
    assert names(kept) == ["De Eikel", "De Linde"]
    told = journal.read(kept.store, events=[Event.SCHOOL_CHANGED])
    assert [(one.person_id, one.school_id, one.detail) for one in told] == [
        (None, number, "added"),
        (None, number, "renamed"),
    ]


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("add", "de linde", "--protocol", "kom-leren"), "There is a school of this name already."),
        (("add", " ", "--protocol", "kom-leren"), "1 to 120 characters"),
        (("add", "De Eik", "--protocol", "kom-lering"), "Choose a protocol to begin with."),
        (("rename", "De Lindes", "De Eik"), "did you mean De Linde?"),
        (("show", "Nergens"), "unknown school: Nergens"),
    ],
)
def test_what_can_not_be_taken_is_told_in_a_sentence_and_changes_nothing(
    kept: Kept, words: tuple[str, ...], why: str
) -> None:
    refused = kept.run("school", *words)
    assert refused.exit_code == 1
    assert why in refused.stderr
    assert refused.stderr.startswith("Error: ")
    assert "name:" not in refused.stderr
    assert names(kept) == ["De Linde"]


@pytest.mark.usefixtures("dutch")
def test_a_refusal_is_told_in_dutch(kept: Kept) -> None:
    refused = kept.run("school", "add", "De Linde", "--protocol", "kom-leren")
    assert refused.stderr == "Fout: Er is al een school met deze naam.\n"


def test_two_boards_may_call_a_school_alike(kept: Kept) -> None:
    other = builders.a_school(kept.store, builders.a_board(kept.store, "Ander bestuur"), name="De Linde")
    shown = json.loads(kept.says("school", "show", "De Linde", "--board", "Ander bestuur", "--json"))
    assert shown["school"] == other.id


def test_a_school_is_taken_along_by_its_owner_alone_and_the_journal_tells(kept: Kept, tmp_path: Path) -> None:
    archive, book = tmp_path / "linde.zip", tmp_path / "linde.xlsx"
    kept.says("school", "take", "De Linde", str(archive))
    kept.says("school", "take", "de linde", str(book))
    with ZipFile(archive) as found:
        words = "".join(found.read(name).decode("utf-8-sig") for name in found.namelist())
    assert "Aya" in words
    assert kept.teacher.email in words
    assert ZipFile(book).testzip() is None
    assert {stat.S_IMODE(file.stat().st_mode) for file in (archive, book)} == {0o600}
    told = journal.read(kept.store, events=[Event.EXPORTED])
    assert {(one.school_id, one.detail) for one in told} == {
        (kept.school.id, "school-csv"),
        (kept.school.id, "school-xlsx"),
    }
