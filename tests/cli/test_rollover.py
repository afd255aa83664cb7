"""`deelwijs rollover` shows, writes and takes back."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from cli.main import main
from course.calendar import school_day, school_year
from course.store.store import Store
from tests import builders

if TYPE_CHECKING:
    from pathlib import Path

YEAR = school_year(school_day(datetime.now(UTC)))


@pytest.fixture
def url(tmp_path: Path) -> str:
    address = f"sqlite:///{tmp_path / 'school.db'}"
    store = Store.open(address)
    store.migrate()
    group = builders.a_group(store, builders.a_school(store, name="De Regenjas"), "7A", YEAR - 1)
    builders.a_pupil(store, group, "Noor")
    store.close()
    return address


def run(url: str, *options: str) -> tuple[int, str]:
    command = ["rollover", "--school", "de regenjas", "--database", url, "--lang", "en", *options]
    result = CliRunner().invoke(main, command)
    return result.exit_code, result.output


def test_a_preview_writes_nothing_the_yes_does_and_it_is_taken_back(url: str) -> None:
    for _ in range(2):
        code, told = run(url)
        assert code == 0
        assert "7A (7): 1 → 8A" in told
        assert "Nothing is written yet" in told
    assert "1 → Groep 8" in run(url, "--to", "7A=Groep 8")[1]
    code, told = run(url, "--to", "7A=Groep 8", "--confirm", "--json")
    assert code == 0
    assert json.loads(told)["groups"] == [{"group": "7A", "year": "7", "pupils": 1, "goes_to": "Groep 8"}]
    assert "has not begun yet" in run(url, "--confirm")[1]
    assert run(url, "--undo")[0] == 0
    assert "7A (7): 1 → 8A" in run(url)[1]
    assert run(url, "--undo")[0] == 1
    assert run(url, "--to", "7A")[0] == 2
