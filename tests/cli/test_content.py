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
    return CliRunner().invoke(main, ["--content", str(root), *words])


def spoil(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    (root / file).write_text(text.replace(old, new), encoding="utf-8")


def test_sound_content_passes_with_a_summary(root):
    result = run(root, "check")
    assert result.exit_code == 0
    assert result.output.splitlines()[-1].startswith("0 errors, 0 warnings, ")


def test_an_error_is_shown_with_place_code_and_remedy_and_fails(root):
    spoil(root, "quizzes/filmpje.md", "act=post-photo-without-asking", "act=post-foto-without-asking")
    result = run(root, "check")
    assert result.exit_code == 1
    assert "quizzes/filmpje.md:8: error [unknown-act]" in result.output
    assert "Did you mean post-photo-without-asking?" in result.output
    assert "1 error, " in result.output


def test_a_warning_fails_only_when_strict(root):
    spoil(root, "quizzes/filmpje.md", "draw: 1", "draw: 2")
    assert run(root, "check").exit_code == 0
    assert run(root, "check", "--strict").exit_code == 1


def test_hints_are_shown_when_asked_for(root):
    said = run(root, "check").output
    assert "untaught-article" not in said
    assert (
        "norms/protocols/our-school.toml: teachable articles that nothing teaches to all whom they address: 1"
        in said
    )
    assert "untaught-article" in run(root, "check", "--hints").output


def test_json_has_every_problem_with_all_its_fields(root):
    spoil(root, "quizzes/filmpje.md", "draw: 1", "draw: 9")
    result = run(root, "check", "--json")
    problems = json.loads(result.output)
    assert result.exit_code == 1
    assert {"error", "hint"} <= {one["severity"] for one in problems}
    fields = {"file", "line", "severity", "code", "message", "remedy"}
    assert all(set(one) == fields for one in problems)


def test_coverage_in_json_has_the_four_levels(root):
    rows = json.loads(run(root, "coverage", "--json").output)
    assert rows["our-school"]["A.1"]["pupil"]["lessons"] == ["filmpje"]
    assert rows["our-school"]["A.2"]["teacher"] == {"lessons": [], "questions": []}


def test_coverage_can_be_read_and_ends_each_protocol_with_its_total(root):
    output = run(root, "coverage").output
    assert "Onze school (our-school)" in output
    assert "A.2  teacher   not taught  not tested" in output
    assert "pupil: 1 teachable articles, 1 taught, 1 tested, 1 both, 0 neither" in output
    assert "teacher: 2 teachable articles, 1 taught, 1 tested, 1 both, 1 neither" in output


def test_coverage_of_a_band_counts_only_what_is_meant_for_it(root):
    rows = json.loads(run(root, "coverage", "--json", "--band", "staff").output)
    assert rows["our-school"]["A.1"] == {
        "pupil": {"lessons": [], "questions": []},
        "teacher": {"lessons": ["team"], "questions": ["team#mag", "team#wie"]},
    }
    output = run(root, "coverage", "--band", "staff").output
    assert "teacher: 2" in output
    assert "pupil" not in output
    assert run(root, "coverage", "--band", "groep-9").exit_code == 2


def test_coverage_of_broken_content_says_what_is_broken(root):
    spoil(root, "lessons/team/nl.md", "module: team", "module: teem")
    result = run(root, "coverage", "--json")
    assert result.exit_code == 1
    assert "unknown-module" in result.stderr
    assert result.stdout == ""


@pytest.mark.usefixtures("dutch")
def test_an_author_reads_dutch(root):
    spoil(root, "quizzes/filmpje.md", "draw: 1", "draw: 9")
    spoil(root, "norms/protocols/our-school.toml", "stance = ", "stanse = ")
    (root / "norms" / "protocols" / "leeg.toml").write_text("", encoding="utf-8")
    said = run(root, "check").output
    assert "fout [unknown-key] dit veld kennen we niet: stanse\n    bedoel je stance?" in said
    assert "fout [empty-file] Het bestand is leeg.\n    Schrijf erin: id, name," in said
    assert "fouten, " in said
    machines = json.loads(run(root, "check", "--json").output)
    assert "Het bestand is leeg." in [one["message"] for one in machines]
    assert {one["severity"] for one in machines} <= {"error", "warning", "hint"}
    assert "Het bestand is leeg." in run(root, "coverage").stderr


@pytest.mark.usefixtures("dutch")
def test_coverage_is_dutch_too(root):
    assert "te leren artikelen" in run(root, "coverage").output
