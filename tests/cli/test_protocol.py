"""`deelwijs protocol` gives schools their rules from a file, writes them out, and tells who goes by which."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from cli.main import main
from course.store.store import Store
from tests import builders
from tests.rulebooks.rules import a_text, a_tree, stance

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def url(tmp_path: Path) -> str:
    """The address of a database with De Eik, and with De Beuk whose rules nobody knows."""
    address = f"sqlite:///{tmp_path / 'school.db'}"
    store = Store.open(address)
    store.migrate()
    board = builders.a_board(store)
    builders.a_school(store, board, name="De Eik")
    builders.a_school(store, board, protocol="taken-out", name="De Beuk")
    store.close()
    return address


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "de-eik.toml"
    path.write_text(a_text(), encoding="utf-8")
    return path


def run(url: str, *words: object) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["protocol", *map(str, words), "--database", url])
    return result.exit_code, result.output


def test_a_school_whose_rules_nobody_knows_is_told_of_with_the_way_to_give_it_some(url, file):
    code, said = run(url, "list")
    assert code == 1
    assert "De Eik: kom-leren" in said
    assert (
        'De Beuk: its protocol taken-out can\'t be found. Give it one: deelwijs protocol import FILE --school "De Beuk"'
        in said
    )
    assert run(url, "export", "De Beuk")[0] == 1
    assert run(url, "import", file, "--school", "De Beuk", "--from", "2026-08-01")[0] == 0
    code, said = run(url, "list")
    assert (code, "De Beuk: de-eik~" in said) == (0, True)


def test_what_is_imported_is_exported_and_imported_again(url, file, tmp_path):
    code, said = run(url, "import", file, "--school", "De Eik", "--school", "De Beuk", "--from", "2026-08-01")
    assert (code, said) == (0, "De Eik, version 1 (major), holds from 2026-08-01 at: De Eik, De Beuk\n")
    _, text = run(url, "export", "De Eik")
    assert {
        name: value for name, value in tomllib.loads(text).items() if name not in {"version", "adopted"}
    } == a_tree()
    again = tmp_path / "again.toml"
    again.write_text(text, encoding="utf-8")
    assert run(url, "import", again, "--school", "De Eik", "--from", "2026-08-02")[0] == 0


def test_before_the_day_of_a_version_the_one_before_it_is_exported(url, file):
    run(url, "import", file, "--school", "De Eik", "--from", "2026-08-01")
    assert tomllib.loads(run(url, "export", "De Eik", "--on", "2026-07-31")[1])["id"] == "kom-leren"
    assert tomllib.loads(run(url, "export", "De Eik", "--on", "2026-08-01")[1])["id"] == "de-eik"


def test_a_school_that_is_not_there_is_answered_with_the_nearest(url, file):
    code, said = run(url, "import", file, "--school", "De Eijk", "--from", "2026-08-01")
    assert code == 1
    assert "There is no school De Eijk. Did you mean De Eik?" in said


def test_a_file_with_mistakes_changes_nothing_and_tells_each(url, tmp_path):
    broken = tmp_path / "broken.toml"
    broken.write_text(a_text(stances={"no-such-act": stance("forbidden", "a")}, name=""), encoding="utf-8")
    code, said = run(url, "import", broken, "--school", "De Eik", "--from", "2026-08-01")
    assert code == 1
    assert "no-such-act" in said
    assert "name" in said
    broken.write_bytes(b"\xff\xfe")
    assert "UTF-8" in run(url, "import", broken, "--school", "De Eik", "--from", "2026-08-01")[1]
    assert "De Eik: kom-leren" in run(url, "list")[1]
