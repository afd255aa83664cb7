"""The columns of a CSV file are said, remembered for the next one, and guessed where nobody said anything."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from tests.cli.keeping import Kept

HERE = ("--school", "De Linde")
FILE = "Nummer;Wie;Waar\n1;Noor van Dam;7B\n"
SAID = ("--column", "Nummer=key", "--column", "wie=name", "--column", "Waar=group")


def test_what_is_said_of_columns_is_remembered_for_this_school(kept: Kept, tmp_path: Path) -> None:
    file = tmp_path / "pupils.csv"
    file.write_text(FILE, encoding="utf-8")
    assert kept.run("roster", str(file), *HERE).exit_code == 1
    assert "new  1" in kept.says("roster", str(file), *HERE, *SAID)
    assert "new  1" in kept.says("roster", str(file), *HERE)
    assert kept.run("roster", str(file), *HERE, "--column", "Wie=-").exit_code == 1


@pytest.mark.parametrize("column", ["Wie", "Wie=robot", "Waarom=group", "="])
def test_a_column_that_is_not_there_and_a_kind_that_is_none_are_told(
    kept: Kept, tmp_path: Path, column: str
) -> None:
    file = tmp_path / "pupils.csv"
    file.write_text(FILE, encoding="utf-8")
    refused = kept.run("roster", str(file), *HERE, "--column", column)
    assert refused.exit_code == 2
    assert "Nummer, Wie, Waar" in refused.stderr


def test_only_csv_has_columns(kept: Kept, tmp_path: Path) -> None:
    file = tmp_path / "pupils.xml"
    file.write_text("<EDEX/>")
    assert kept.run("roster", str(file), *HERE, "--column", "a=key").exit_code == 2
