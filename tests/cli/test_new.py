"""`deelwijs new`: what an author begins with passes every check, and writes over nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.new import new
from course.library.load import read_content
from course.reading.findings import without_hints

ROOT = Path(__file__).parents[2]


@pytest.fixture
def root(tmp_path):
    for folder in ("norms", "lessons", "quizzes", "curriculum"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    return tmp_path


def run(root, *arguments):
    return CliRunner().invoke(new, arguments, obj=root)


@pytest.mark.parametrize("arguments", [("lesson", "nieuwe-les"), ("quiz", "nieuwe-les", "--staff")])
def test_a_skeleton_passes_every_check(root, arguments):
    before = read_content(root)[1]
    result = run(root, *arguments)
    assert result.exit_code == 0, result.output
    library, problems = read_content(root)
    assert set(without_hints(problems)) <= set(before)
    assert library.module("nieuwe-les").lessons == ("nieuwe-les",)
    assert library.quiz("nieuwe-les").questions
    assert library.lesson("nieuwe-les").later
    assert "deelwijs preview nieuwe-les" in result.output


def test_nothing_that_is_there_is_written_over(root):
    before = (root / "lessons/mag-deze-foto/nl.md").read_text(encoding="utf-8")
    result = run(root, "lesson", "mag-deze-foto")
    assert result.exit_code == 2
    assert "is there already" in result.output
    assert (root / "lessons/mag-deze-foto/nl.md").read_text(encoding="utf-8") == before


@pytest.mark.parametrize("name", ["Nieuwe Les", "../weg", "cast", "les_een"])
def test_a_name_that_can_stand_in_no_address_is_refused(root, name):
    result = run(root, "lesson", name)
    assert result.exit_code == 2
    assert "lower case with hyphens" in result.output


def test_a_lesson_goes_with_a_quiz_that_is_there_by_its_name(root):
    assert run(root, "quiz", "nieuw").exit_code == 0
    (root / "lessons/nieuw/nl.md").unlink()
    assert run(root, "lesson", "nieuw").exit_code == 0
    modules = (root / "curriculum/modules.toml").read_text(encoding="utf-8")
    assert modules.count("[modules.nieuw]") == 1
