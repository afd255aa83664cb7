"""`deelwijs group` keeps the groups of a school, and who is in them."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from cli.main import main
from course.calendar import school_day
from course.journal import journal
from course.journal.journal import Event
from course.people.roles import Role

if TYPE_CHECKING:
    from tests.cli.keeping import Kept

HERE = ("--school", "De Linde")


def shown(kept: Kept, group: str = "7B") -> dict[str, list[dict[str, object]]]:
    return json.loads(kept.says("group", "show", group, *HERE, "--json"))


def pupils(kept: Kept, group: str = "7B") -> list[object]:
    return [one["name"] for one in shown(kept, group)["pupils"]]


def test_a_group_is_added_called_otherwise_and_shown(kept: Kept) -> None:
    kept.says("group", "add", "8A", *HERE)
    kept.says("group", "rename", "8a", "Groep 8", *HERE)
    assert pupils(kept, "Groep 8") == []
    lines = kept.says("group", "show", "7B", *HERE).splitlines()
    assert lines[:3] == ["pupils:", f"  {kept.pupil}  Aya  7", "staff:"]
    assert lines[3].startswith(f"  {kept.teacher.id}  teacher ")
    told = journal.read(kept.store, events=[Event.GROUP_CHANGED])
    assert [(one.person_id, one.detail) for one in told] == [(None, "added"), (None, "renamed")]


def test_pupils_come_in_by_name_or_by_a_list_and_keep_no_surname(kept: Kept) -> None:
    kept.says("group", "pupils", "7B", "Noor van Dam", "Noor Bakker", "--year", "7", *HERE)
    assert pupils(kept) == ["Aya", "Noor B.", "Noor D."]
    words = ["group", "pupils", "7B", "--year", "8", *HERE, "--database", kept.url]
    listed = CliRunner().invoke(main, words, input="Sem de Wit\n\nJosé\n".encode("cp1252"))
    assert listed.exit_code == 0, listed.output
    assert {"Sem", "José"} <= set(map(str, pupils(kept))), "as Excel saves a list"


def test_a_list_with_one_wrong_name_adds_nobody(kept: Kept) -> None:
    for words in (("Noor", "x" * 200, "--year", "7"), ("Noor", "--year", "9"), ("--year", "7")):
        refused = kept.run("group", "pupils", "7B", *words, *HERE)
        assert refused.exit_code == 1, refused.output
        assert pupils(kept) == ["Aya"]


def test_staff_teach_coach_and_substitute_until_a_day(kept: Kept) -> None:
    added = kept.says(
        "person", "add", "Jo Vos", "--email", "jo@school.example", "--role", "teacher", *HERE, "--json"
    )
    who = json.loads(added)["person"]
    kept.says("group", "staff", "7B", "jo@school.example", "--as", "coach", *HERE)
    last = school_day(datetime.now(UTC)) + timedelta(days=2)
    kept.says("group", "staff", "7B", str(who), "--as", "substitute", "--until", str(last), *HERE)
    parts = [(one["as"], one["until"]) for one in shown(kept)["staff"] if one["person"] == who]
    assert sorted(parts) == [("coach", None), ("substitute", str(last + timedelta(days=1)))]
    assert "(out on " in kept.says("group", "show", "7B", *HERE)
    roles = json.loads(kept.says("person", "show", str(who), "--json"))["roles"]
    assert {one["role"] for one in roles} == {Role.TEACHER, Role.COACH}, "a coach has the role of one"
    kept.says("group", "out", "7B", str(who), *HERE)
    assert [one["person"] for one in shown(kept)["staff"]] == [kept.teacher.id]


@pytest.mark.parametrize(
    "words",
    [
        ("staff", "7B", "PUPIL", "--as", "teacher"),
        ("staff", "7B", "TEACHER", "--as", "teacher"),
        ("staff", "7B", "TEACHER", "--as", "substitute"),
        ("staff", "7B", "TEACHER", "--as", "substitute", "--until", "2020-01-01"),
        ("staff", "7B", "TEACHER", "--as", "coach", "--until", "2099-01-01"),
        ("staff", "7B", "99999999999999", "--as", "coach"),
        ("staff", "7B", "nobody@school.example", "--as", "coach"),
        ("staff", "7B", "Jo", "--as", "coach"),
        ("staff", "7C", "TEACHER", "--as", "coach"),
        ("out", "7B", "99999999999999"),
        ("add", "7b"),
        ("rename", "7B", " "),
        ("show", "7C"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(kept: Kept, words: tuple[str, ...]) -> None:
    before = shown(kept)
    known = {"PUPIL": str(kept.pupil), "TEACHER": kept.teacher.email}
    refused = kept.run("group", *(known.get(one, one) for one in words), *HERE)
    assert refused.exit_code == 1, refused.output
    assert refused.stderr.startswith("Error: ")
    assert shown(kept) == before
