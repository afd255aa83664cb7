"""`deelwijs backup` and `deelwijs restore`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from cli.main import main
from course.store.store import Store

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.usefixtures("dutch")
def test_a_copy_is_made_and_put_back_after_a_yes(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'a.db'}"
    store = Store.open(url)
    store.migrate()
    file = str(tmp_path / "copy")
    made = CliRunner().invoke(main, ["backup", file, "--database", url])
    assert made.exit_code == 0, made.output
    refused = CliRunner().invoke(main, ["restore", file, "--yes", "--database", url])
    assert refused.exit_code == 1
    assert "deelwijs serve" in refused.output
    store.close()
    for answer in ("n", "", "misschien"):
        asked = CliRunner().invoke(main, ["restore", file, "--database", url], input=f"{answer}\n")
        assert asked.exit_code == 1
        assert "[j/N]" in asked.output
    assert CliRunner().invoke(main, ["restore", file, "--database", url], input="ja\n").exit_code == 0
    done = CliRunner().invoke(main, ["restore", file, "--yes", "--database", url])
    assert done.exit_code == 0, done.output
    assert "staat terug" in done.output


@pytest.mark.usefixtures("dutch")
def test_a_file_that_is_no_database_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(b"geen database " * 200)
    made = CliRunner().invoke(
        main, ["backup", str(tmp_path / "copy"), "--database", f"sqlite:///{tmp_path / 'a.db'}"]
    )
    assert made.exit_code == 1
    assert "kan niet gekopieerd worden: het bestand is geen database van SQLite" in made.output
    assert sorted(one.name for one in tmp_path.iterdir()) == ["a.db"]
