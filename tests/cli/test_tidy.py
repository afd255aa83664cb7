"""`deelwijs tidy` tells in numbers what goes, and `--dry-run` lets nothing go."""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING

from click.testing import CliRunner
from sqlalchemy import update

from cli.main import main
from course.people.tables import roles
from course.store.store import Store
from tests import builders

if TYPE_CHECKING:
    from pathlib import Path


def run(url: str, folder: Path, *options: str) -> str:
    arguments = ["tidy", "--database", url, *options]
    result = CliRunner().invoke(main, arguments, env={"DEELWIJS_DATA": str(folder)})
    assert result.exit_code == 0, result.output
    return result.output


def test_what_goes_is_told_in_numbers_first(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'school.db'}"
    store = Store.open(url)
    store.migrate()
    pupil = builders.a_pupil(store, builders.a_group(store), "Aya")
    with store.write() as conn:
        conn.execute(update(roles).where(roles.c.person_id == pupil).values(until_on=date(2020, 9, 1)))
    store.close()
    for _ in range(2):
        told = run(url, tmp_path, "--dry-run")
        lines = ["everywhere  lines of the journal  1", "school 1  pupils who left  1"]
        assert told.splitlines() == [*lines, "2 things would go."]
    everywhere, school = json.loads(run(url, tmp_path, "--json"))
    assert (everywhere["school"], school["school"], school["pupils"]) == (None, 1, 1)
    assert run(url, tmp_path).splitlines() == ["0 things went."]


def test_the_figures_of_every_school_are_written_down_once_a_day(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'school.db'}"
    store = Store.open(url)
    store.migrate()
    builders.a_group(store)
    store.close()
    run(url, tmp_path, "--dry-run")
    first, second = run(url, tmp_path), run(url, tmp_path)
    assert first.splitlines() == ["Figures of 1 school written down.", "0 things went."]
    assert second.splitlines() == ["0 things went."]
