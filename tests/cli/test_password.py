"""`deelwijs password` helps who has forgotten it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from cli.main import main
from course.people.sign_in import sign_in_staff
from course.store.store import Store
from tests import builders

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'school.db'}"


@pytest.fixture
def school(url: str) -> Iterator[Store]:
    store = Store.open(url)
    store.migrate()
    yield store
    store.close()


def test_the_printed_password_lets_its_owner_in(school: Store, url: str) -> None:
    teacher = builders.a_teacher(school)
    result = CliRunner().invoke(main, ["password", teacher.email, "--database", url])
    assert result.exit_code == 0, result.output
    drawn = result.output.splitlines()[0].split()[-1]
    assert sign_in_staff(school, teacher.email, drawn, builders.NOW)


def test_an_unknown_address_is_told(school: Store, url: str) -> None:
    teacher = builders.a_teacher(school)
    typed = teacher.email.replace("school", "schol")
    result = CliRunner().invoke(main, ["password", typed, "--database", url])
    assert result.exit_code == 1
    assert result.output == f"Error: unknown account: {typed} (did you mean {teacher.email}?)\n"


def test_a_database_without_tables_is_told_with_the_remedy(url: str) -> None:
    result = CliRunner().invoke(main, ["password", "jo@school.example", "--database", url])
    assert result.exit_code == 1
    assert "deelwijs migrate" in result.output
