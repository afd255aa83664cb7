"""`deelwijs recount` tells which figures are not what they count, and mends them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from cli.main import main
from course.store.store import Store
from tests import builders

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The address of a database with a group of two pupils, whose counters somebody spoiled."""
    address = f"sqlite:///{tmp_path / 'school.db'}"
    store = Store.open(address)
    store.migrate()
    group = builders.a_group(store)
    for name in ("Aya", "Bram"):
        builders.a_pupil(store, group, name)
    with store.write() as conn:
        conn.exec_driver_sql("UPDATE group_sizes SET pupils = 3")
        conn.exec_driver_sql(
            "INSERT INTO group_progress (group_id, module, year_group, begun, completed)"
            " VALUES (1, 'mag-deze-foto', '7', 2, 1)"
        )
    store.close()
    return address


def run(url: str, *options: str) -> tuple[int, list[str]]:
    result = CliRunner().invoke(main, ["recount", "--database", url, *options])
    return result.exit_code, result.output.splitlines()


DIFFERENT = [
    "school 1  group 1  year 7  pupils: 3, should be 2",
    "school 1  group 1  year 7  mag-deze-foto  begun: 2, should be 0",
    "school 1  group 1  year 7  mag-deze-foto  completed: 1, should be 0",
]


@pytest.mark.parametrize("options", [(), ("--check",)])
def test_what_differs_is_told_by_id_and_ends_with_1(url: str, options: tuple[str, ...]) -> None:
    for _ in range(2):
        code, (*lines, remedy) = run(url, *options)
        assert (code, lines) == (1, DIFFERENT)
        assert "deelwijs recount --mend" in remedy


def test_what_differs_is_set_right(url: str) -> None:
    code, (*lines, _) = run(url, "--mend")
    assert (code, lines) == (0, DIFFERENT)
    assert run(url, "--check") == (0, ["Every counter is what its rows are."])
    assert run(url, "--mend") == (0, ["Every counter is what its rows are."])


def test_a_database_without_tables_is_refused_in_words(tmp_path: Path) -> None:
    code, lines = run(f"sqlite:///{tmp_path / 'empty.db'}")
    assert code == 1
    assert "deelwijs migrate" in lines[-1]
