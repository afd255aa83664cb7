from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner

from cli.main import main

if TYPE_CHECKING:
    from pathlib import Path


def test_the_command_builds_once_and_prints_the_same_sheet_again(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'demo.db'}"
    first, second = (CliRunner().invoke(main, ["demo", "--build-only", "--database", url]) for _ in range(2))
    assert (first.exit_code, second.exit_code) == (0, 0), first.output
    assert first.output == second.output
    for word in (
        "kom-leren",
        "verkruisen",
        "edu-ley",
        "compass",
        "cvo-nwf",
        "Class code",
        "@de-regenjas.example",
    ):
        assert word in first.output
