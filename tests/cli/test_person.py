"""`deelwijs person` keeps pupils and staff, as the pages of an administrator do."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from course.journal import journal
from course.journal.journal import Event
from tests import builders

if TYPE_CHECKING:
    from tests.cli.keeping import Kept

HERE = ("--school", "De Linde")


def shown(kept: Kept, who: object) -> dict[str, object]:
    return json.loads(kept.says("person", "show", str(who), "--json"))


def roles(kept: Kept, who: object) -> list[object]:
    return [(one["role"], one["school"]) for one in shown(kept, who)["roles"]]


def test_people_are_found_and_shown(kept: Kept) -> None:
    assert kept.says("person", "find", "aya") == f"{kept.pupil}  Aya\n"
    (found,) = json.loads(kept.says("person", "find", kept.teacher.email, "--json"))
    assert found["person"] == kept.teacher.id
    one = shown(kept, kept.pupil)
    assert (one["name"], one["year"], one["groups"]) == ("Aya", "7", [{"group": kept.group.id, "name": "7B"}])
    assert "roles: teacher (De Linde)" in kept.says("person", "show", kept.teacher.email)


def test_a_member_of_staff_is_added_given_roles_and_let_go(kept: Kept) -> None:
    words = ("person", "add", "Jo van den Berg", "--email", "Jo@School.example", "--role")
    who = json.loads(kept.says(*words, "director", *HERE, "--json"))["person"]
    assert json.loads(kept.says(*words, "officer", "--json"))["person"] == who, (
        "the same address, the same person"
    )
    kept.says("person", "role", "jo@school.example", "coach", *HERE)
    assert roles(kept, who) == [("director", "De Linde"), ("officer", None), ("coach", "De Linde")]
    kept.says("person", "end-role", str(who), "officer")
    kept.says("person", "end-role", str(who), "coach", *HERE)
    assert roles(kept, who) == [("director", "De Linde")]
    assert shown(kept, who)["name"] == "Jo van den Berg"
    told = journal.read(kept.store, events=[Event.ROLE_ENDED])
    assert {(one.person_id, one.about_id) for one in told} == {(None, who)}


def test_a_name_an_address_and_a_year_are_changed(kept: Kept) -> None:
    kept.says("person", "change", str(kept.pupil), "--name", "Ayla", "--year", "8")
    assert (shown(kept, kept.pupil)["name"], shown(kept, kept.pupil)["year"]) == ("Ayla", "8")
    kept.says("person", "change", kept.teacher.email, "--name", "Jo Vos", "--email", "jo@school.example")
    assert shown(kept, "jo@school.example")["name"] == "Jo Vos"


def test_a_pupil_moves_is_taken_out_and_put_back(kept: Kept) -> None:
    kept.says("group", "add", "8A", *HERE)
    kept.says("person", "move", str(kept.pupil), "--group", "8A", *HERE)
    assert [one["name"] for one in shown(kept, kept.pupil)["groups"]] == ["8A"]
    kept.says("person", "out", str(kept.pupil))
    assert (roles(kept, kept.pupil), shown(kept, kept.pupil)["groups"]) == ([], [])
    kept.says("person", "back", str(kept.pupil))
    assert roles(kept, kept.pupil) == [("pupil", "De Linde")]


def test_two_entries_become_one_only_when_it_is_confirmed(kept: Kept) -> None:
    double = builders.a_pupil(kept.store, builders.a_group(kept.store, kept.school, "8A"), "Aya")
    assert shown(kept, kept.pupil)["alike"] == [{"person": double, "name": "Aya"}]
    preview = kept.says("person", "merge", str(kept.pupil), str(double))
    assert "Nothing is written yet" in preview
    assert shown(kept, double)["name"] == "Aya"
    kept.says("person", "merge", str(kept.pupil), str(double), "--confirm")
    assert kept.run("person", "show", str(double)).exit_code == 1
    assert len(list(journal.read(kept.store, events=[Event.MERGED]))) == 1


@pytest.mark.parametrize(
    "words",
    [
        ("show", "0"),
        ("show", "99999999999999999999"),
        ("show", "Aya"),
        ("change", "PUPIL", "--email", "aya@school.example"),
        ("change", "PUPIL", "--name", "Ayla", "--year", "9"),
        ("change", "TEACHER", "--year", "7"),
        ("change", "TEACHER", "--email", "nonsense"),
        ("add", "Jo", "--email", "nonsense", "--role", "teacher", *HERE),
        ("add", "Jo", "--email", "jo@school.example", "--role", "teacher"),
        ("add", "Jo", "--email", "jo@school.example", "--role", "officer", *HERE),
        ("role", "PUPIL", "teacher", *HERE),
        ("end-role", "TEACHER", "coach", *HERE),
        ("move", "PUPIL", "--group", "9Z", *HERE),
        ("move", "TEACHER", "--group", "7B", *HERE),
        ("out", "TEACHER"),
        ("merge", "PUPIL", "TEACHER", "--confirm"),
        ("merge", "PUPIL", "PUPIL", "--confirm"),
    ],
)
def test_what_makes_no_sense_is_refused_and_changes_nothing(kept: Kept, words: tuple[str, ...]) -> None:
    before = shown(kept, kept.pupil), shown(kept, kept.teacher.id), kept.says("school", "list")
    known = {"PUPIL": str(kept.pupil), "TEACHER": kept.teacher.email}
    refused = kept.run("person", *(known.get(one, one) for one in words))
    assert refused.exit_code == 1, refused.output
    assert refused.stderr.startswith("Error: ")
    assert (shown(kept, kept.pupil), shown(kept, kept.teacher.id), kept.says("school", "list")) == before


def test_an_administrator_of_another_board_keeps_nobody_here(kept: Kept) -> None:
    builders.a_board(kept.store, "Ander bestuur")
    refused = kept.run("person", "out", str(kept.pupil), "--board", "Ander bestuur")
    assert refused.exit_code == 1
    here = kept.says("person", "show", str(kept.pupil), "--board", "Stichting De Veerkracht")
    assert "roles: pupil (De Linde)" in here
