"""`deelwijs journal` tells what happened, by id."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from cli.main import main
from course.errors import Invalid
from course.people.sign_in import sign_in_staff
from course.store.store import Store
from tests import builders

if TYPE_CHECKING:
    from pathlib import Path

    from tests.builders import StaffMember

DAY = timedelta(days=1)


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'school.db'}"


@pytest.fixture
def teacher(url: str) -> StaffMember:
    """Somebody who was refused once, and came in a day later."""
    store = Store.open(url)
    store.migrate()
    teacher = builders.a_teacher(store)
    with pytest.raises(Invalid):
        sign_in_staff(store, teacher.email, "fout", builders.NOW)
    sign_in_staff(store, teacher.email, builders.PASSWORD, builders.NOW + DAY)
    store.close()
    return teacher


def printed(url: str, *options: str) -> list[str]:
    result = CliRunner().invoke(main, ["journal", "--database", url, *options])
    assert result.exit_code == 0, result.output
    return result.output.splitlines()


def test_each_event_is_a_line_of_ids_without_a_name(url: str, teacher: StaffMember) -> None:
    refused, came_in = printed(url)
    assert refused.startswith("2026-11-20 09:30:00  refused")
    assert f"about {teacher.id}" in refused
    assert f"by {teacher.id}" in came_in
    assert "@" not in refused + came_in


def test_it_can_be_narrowed_down(url: str, teacher: StaffMember) -> None:
    assert len(printed(url, "--since", "2026-11-21")) == 1
    assert len(printed(url, "--until", "2026-11-20T09:31")) == 1
    assert len(printed(url, "--event", "refused", "--event", "exported")) == 1
    assert printed(url, "--person", "999") == printed(url, "--school", "999") == []


def test_machines_get_an_object_a_line(url: str, teacher: StaffMember) -> None:
    told = [json.loads(line) for line in printed(url, "--json")]
    assert [(one["event"], one["about_id"], one["person_id"]) for one in told] == [
        ("refused", teacher.id, None),
        ("signed-in", None, teacher.id),
    ]
    assert told[0]["at"] == "2026-11-20T09:30:00+00:00"


def test_an_unknown_event_is_told_with_those_there_are(url: str, teacher: StaffMember) -> None:
    result = CliRunner().invoke(main, ["journal", "--database", url, "--event", "lunch"])
    assert result.exit_code == 2
    assert "signed-in" in result.output


def test_it_is_written_for_a_spreadsheet_with_names_and_tells_of_that(
    url: str, teacher: StaffMember, tmp_path: Path
) -> None:
    file = tmp_path / "journal.csv"
    printed(url, "--csv", str(file), "--person", str(teacher.id), "--event", "signed-in")
    head, *lines = file.read_text(encoding="utf-8-sig").splitlines()
    assert head.startswith("moment;event;person")
    assert len(lines) == 1
    assert "teacher" in lines[0]
    assert "exported" in printed(url)[-1]
    assert (
        CliRunner()
        .invoke(main, ["journal", "--database", url, "--csv", str(file), "--school", "1"])
        .exit_code
        == 2
    )
