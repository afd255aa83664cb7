"""The options to guess from, and the key apart from them."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.main import main
from tests.library.content_root import write_content


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write_content(tmp_path)


def run(root: Path, *words: str):
    return CliRunner().invoke(main, ["--content", str(root), "options", *words])


def test_the_print_does_not_tell_what_is_right_and_the_key_fits_it(root):
    printed = {one["id"]: one for one in json.loads(run(root, "--json").output)}
    assert set(printed["filmpje#wie"]) == {"id", "kind", "asks", "options"}
    key = json.loads(run(root, "--json", "--key").output)
    assert set(key) == set(printed)
    (right,) = key["filmpje#wie"]["our-school"]
    assert printed["filmpje#wie"]["options"][int(right) - 1] == "Sem"


def test_one_bank_or_lesson_can_be_asked_for(root):
    printed = json.loads(run(root, "filmpje", "--json").output)
    assert {one["id"].partition("#")[0].partition("/")[0] for one in printed} == {"filmpje"}


def test_people_read_it_too(root):
    assert "filmpje#wie (single): Wie vraag je het?" in run(root, "filmpje").output
    assert "  our-school: " in run(root, "filmpje", "--key").output


def test_figures_are_a_table(root):
    assert "| longest | our-school |" in run(root, "--figures").output


def test_an_unknown_name_and_broken_content_are_told(root):
    assert run(root, "elders").exit_code == 2
    bank = root / "quizzes/filmpje.md"
    bank.write_text(
        bank.read_text(encoding="utf-8").replace("act=post-photo", "act=post-foto"), encoding="utf-8"
    )
    assert run(root).exit_code == 1
