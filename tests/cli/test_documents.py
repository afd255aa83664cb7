"""`deelwijs documents` gives the documents that a board has to have itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner

from cli.main import main

if TYPE_CHECKING:
    from pathlib import Path


def run(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["documents", *words])
    return result.exit_code, result.output


def test_documents_are_listed_and_written_as_word_or_markdown(tmp_path: Path) -> None:
    code, listed = run()
    assert (code, "dpia" in listed.split()) == (0, True)
    word, plain = tmp_path / "dpia.docx", tmp_path / "dpia.md"
    assert run("dpia", "--output", str(word))[0] == 0
    assert word.read_bytes().startswith(b"PK")
    assert run("dpia", "--output", str(plain))[0] == 0
    assert plain.read_text(encoding="utf-8").startswith("#")


def test_an_unknown_one_a_missing_file_and_a_folder_that_is_not_there_are_told(tmp_path: Path) -> None:
    assert run("dpi", "--output", str(tmp_path / "x.md"))[0] == 1
    assert run("dpia")[0] == 2
    code, told = run("dpia", "--output", str(tmp_path / "nowhere" / "x.md"))
    assert (code, "can't be written" in told) == (1, True)
