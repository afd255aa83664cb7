"""`deelwijs report` prints the figures that the pages show."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from cli.main import main
from course.store.store import Store
from tests import builders
from tests.web.term import a_term

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The address of a database with one school of one group, of which six are done."""
    address = f"sqlite:///{tmp_path / 'school.db'}"
    store = Store.open(address)
    store.migrate()
    board = builders.a_board(store)
    school = builders.a_school(store, board, "kom-leren", "De Eik")
    a_term(store, builders.a_group(store, school, "7B"), done=6, busy=1, not_begun=1)
    store.close()
    return address


def run(url: str, *options: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["report", "--database", url, *options])
    return result.exit_code, result.output


def test_a_school_is_told_for_machines(url: str) -> None:
    code, output = run(url, "De Eik", "--json")
    rows = [one for one in json.loads(output)["rows"] if one["group"] == "7B"]
    assert code == 0
    assert {"people": 8, "not_begun": 1, "busy": 1, "done": 6, "percent": 75}.items() <= rows[0].items()


def test_without_a_name_all_schools_are_told_side_by_side(url: str) -> None:
    code, output = run(url, "--language", "nl")
    assert code == 0
    assert output.lstrip("\ufeff").startswith("School;Protocol;Module;Voor;Van hoeveel")
    assert "De Eik;kom Leren;Mag deze foto?;Leerlingen;8;1;1;6;75" in output


def test_a_year_is_told_month_by_month(url: str) -> None:
    code, output = run(url, "De Eik", "--trend", "--json")
    rows = [one for one in json.loads(output)["rows"] if one["group"] == "All groups"]
    assert code == 0
    assert [(one["done"], one["not_begun"] > 0) for one in rows] == [(6, True)]
    assert run(url, "--trend", "--language", "nl")[1].lstrip("\ufeff").startswith("School;Voor;Schooljaar")


def test_a_school_that_is_not_there_is_told_with_the_nearest_name(url: str) -> None:
    code, output = run(url, "De Ei")
    assert code == 1
    assert "De Eik" in output


def test_a_database_without_a_board_is_told(tmp_path: Path) -> None:
    address = f"sqlite:///{tmp_path / 'empty.db'}"
    store = Store.open(address)
    store.migrate()
    store.close()
    assert run(address)[0] == 1
