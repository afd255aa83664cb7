"""`deelwijs graph`: a lesson as text that is drawn elsewhere, and clear words for a wrong name."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.graph import graph

ROOT = Path(__file__).parents[2]
LESSON = "leerlingen-als-vriend"


def run(*arguments, root=ROOT):
    return CliRunner().invoke(graph, arguments, obj=root)


@pytest.fixture
def broken(tmp_path):
    shutil.copytree(ROOT / "norms", tmp_path / "norms")
    shutil.copytree(ROOT / "lessons" / LESSON, tmp_path / "lessons" / LESSON)
    file = tmp_path / "lessons" / LESSON / "nl.md"
    text = file.read_text(encoding="utf-8").replace(
        "(#zondagavond){id=meelachen act=", "(#zondag){id=meelachen act=x", 1
    )
    file.write_text(text, encoding="utf-8")
    return tmp_path


def test_a_lesson_is_told_as_mermaid_text():
    result = run(LESSON)
    assert result.exit_code == 0
    assert result.stdout.startswith("flowchart LR\n")
    assert not re.search(r"[✓✕?] (?:moet|mag)", result.stdout)


def test_with_a_protocol_it_tells_the_verdicts_of_a_school_and_whose_they_are():
    result = run(LESSON, "--protocol", "kom-leren")
    assert result.exit_code == 0
    assert "✕ mag niet" in result.stdout
    assert 'subgraph legend["Legenda#58; kom Leren"]' in result.stdout


def test_the_same_lesson_has_other_verdicts_at_another_school():
    texts = {run(LESSON, "--protocol", name).stdout for name in ("kom-leren", "verkruisen")}
    assert len(texts) == 2


def test_the_text_is_written_to_a_file(tmp_path):
    result = run(LESSON, "--output", str(tmp_path / "les.mmd"))
    assert result.exit_code == 0
    assert (tmp_path / "les.mmd").read_text(encoding="utf-8") == run(LESSON).stdout


def test_a_file_that_cannot_be_written_is_said(tmp_path):
    result = run(LESSON, "--output", str(tmp_path / "geen" / "les.mmd"))
    assert result.exit_code == 1
    assert "Could not open file" in result.stderr


def test_an_unknown_lesson_gets_the_nearest_name():
    result = run("leerling-als-vriend")
    assert result.exit_code == 2
    assert result.stderr == f"There is no lesson leerling-als-vriend; did you mean {LESSON}?\n"
    assert result.stdout == ""


def test_a_lesson_without_a_text_in_the_language_is_said_to_have_none():
    result = run(LESSON, "--lang", "en")
    assert result.exit_code == 2
    assert (
        result.stderr
        == f"The lesson {LESSON} has no English text; write lessons/{LESSON}/en.md, or ask for --lang nl\n"
    )


def test_a_folder_without_lessons_is_said_to_have_none(tmp_path):
    assert run(LESSON, root=tmp_path).stderr == f"There is no lesson {LESSON}; there is none at all\n"


def test_a_file_that_is_no_text_is_told_like_any_problem(broken):
    (broken / "lessons" / LESSON / "nl.md").write_bytes(b"\x00")
    result = run(LESSON, root=broken)
    assert result.exit_code == 1
    assert f"lessons/{LESSON}/nl.md:1: error [not-text]" in result.stderr


def test_a_path_is_no_lesson():
    assert run(f"../lessons/{LESSON}").exit_code == 2


def test_an_unknown_protocol_gets_the_nearest_name():
    result = run(LESSON, "--protocol", "komleren")
    assert result.exit_code == 2
    assert result.stderr == "There is no protocol komleren; did you mean kom-leren?\n"


def test_a_lesson_with_slips_is_drawn_as_far_as_it_goes(broken):
    result = run(LESSON, root=broken)
    assert result.exit_code == 0
    assert f"lessons/{LESSON}/nl.md:" in result.stderr
    assert "There is no scene `zondag`.\n    Did you mean `#zondagavond`?" in result.stderr
    assert "gaat nergens heen" in result.stdout


def test_an_unknown_act_stops_the_colouring(broken):
    result = run(LESSON, "--protocol", "kom-leren", root=broken)
    assert result.exit_code == 2
    assert "There is no act x" in result.stderr


def test_a_lesson_without_scenes_cannot_be_drawn(broken):
    (broken / "lessons" / LESSON / "nl.md").write_text("Niets\n", encoding="utf-8")
    result = run(LESSON, root=broken)
    assert result.exit_code == 1
    assert "The lesson has no scene." in result.stderr
