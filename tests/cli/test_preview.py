"""`deelwijs preview` says in words why it can't begin; what it serves is tested in tests/web/preview/test_app.py."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.main import main

ROOT = Path(__file__).parents[2]
LESSON = "mag-deze-foto"


@pytest.fixture
def root(tmp_path):
    for folder in ("norms", "lessons", "quizzes", "curriculum"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def preview(root, *arguments):
    return CliRunner().invoke(main, ["--content", str(root), "preview", *arguments])


def test_a_lesson_that_cannot_be_played_is_told_with_the_lines_to_mend(root):
    file = root / "lessons" / LESSON / "nl.md"
    text = file.read_text(encoding="utf-8")
    line = text[: text.index("act=ask-the-person-first")].count("\n") + 1
    file.write_text(text.replace("act=ask-the-person-first", "act=ask-the-persn-first", 1), encoding="utf-8")
    result = preview(root, LESSON)
    assert result.exit_code == 1
    assert f"lessons/{LESSON}/nl.md:{line}: error" in result.stderr


def test_an_unknown_lesson_or_protocol_is_told_with_the_nearest_name(root):
    for arguments, near in ((("mag-deze-foot",), LESSON), ((LESSON, "--protocol", "kom-lern"), "kom-leren")):
        result = preview(root, *arguments)
        assert result.exit_code == 2
        assert f"Did you mean '{near}'?" in result.stderr


def test_a_content_folder_without_lessons_is_told_in_words(tmp_path):
    result = preview(tmp_path, LESSON)
    assert result.exit_code == 2
    assert "There is no lesson 'mag-deze-foto'." in result.stderr


def test_the_name_of_a_quiz_plays_it_beside_its_lesson(root, monkeypatch):
    for folder in ("lessons", "quizzes"):
        (root / folder / LESSON).rename(root / folder / (LESSON if folder == "lessons" else "foto-quiz"))
    for file in (root / "curriculum/modules.toml", root / "quizzes/foto-quiz/nl.md"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace(f'quiz = "{LESSON}"', 'quiz = "foto-quiz"'), encoding="utf-8")
    monkeypatch.setattr("werkzeug.serving.run_simple", lambda *_, **__: None)
    monkeypatch.setattr("cli.preview.refuse_if_taken", lambda *_: None)
    result = preview(root, "foto-quiz")
    assert result.exit_code == 0, result.output
    assert f"Preview of {LESSON}: " in result.output
    assert "/lessons/quizzes/foto-quiz" in result.output
