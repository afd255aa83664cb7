"""`deelwijs acts --json` against the matrix that the norms were made from, and a protocol that is one copied file."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli.main import main
from tests.norms import test_matrix as matrix

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "norms" / "data" / "acts.csv"
PROTOCOLS = ("edu-ley", "verkruisen", "compass", "kom-leren", "cvo-nwf")
COPY = "de-linde"


def run(*words, content=ROOT):
    return CliRunner().invoke(main, ["--content", str(content), *words])


def cell(text):
    stance, _colon, articles = text.partition(":")
    return {"stance": stance, "articles": [one for one in articles.split(",") if one]}


def bare(printed):
    """A printed cell without what the matrix has no column for."""
    return {key: printed[key] for key in ("stance", "articles")}


def corrected(row):
    """The law's cell, or an agreement's, as it was corrected since the matrix was made."""
    held = matrix.floor_of(row)
    return {"stance": held.stance, "articles": list(held.articles)}


def floor_of(printed):
    """The matrix has one column for the law and the agreements that are none."""
    law = bare(printed["law"])
    return bare(printed["agreement"]) if law["stance"] == "silent" else law


@pytest.fixture(scope="module")
def rows():
    with DATA.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def copied(tmp_path_factory):
    """The project's content with one protocol more, made by copying a file and giving it its own name."""
    root = tmp_path_factory.mktemp("content")
    for folder in ("norms", "lessons", "quizzes", "curriculum"):
        shutil.copytree(ROOT / folder, root / folder)
    protocols = root / "norms" / "protocols"
    text = (protocols / "verkruisen.toml").read_text(encoding="utf-8")
    text = text.replace('"verkruisen"', f'"{COPY}"', 1)
    (protocols / f"{COPY}.toml").write_text(text, encoding="utf-8")
    return root


def test_the_whole_matrix_is_printed_as_it_was_written(rows):
    printed = json.loads(run("acts", "--json").stdout)
    assert len(rows) == 135
    wrong = [
        (row["act"], source)
        for row in rows
        for source in PROTOCOLS
        if bare(printed[row["act"]][source]) != cell(row[source.replace("-", "_")])
    ]
    assert wrong == []
    assert [row["act"] for row in rows if floor_of(printed[row["act"]]) != corrected(row)] == []


def test_the_printed_verdict_follows_from_the_printed_matrix(rows):
    """Every eighth act at every school: `verdict --json` names the stances and articles of `acts --json`."""
    for row in rows[::8]:
        for protocol in PROTOCOLS:
            said = json.loads(run("verdict", protocol, row["act"], "--json").stdout)
            own, floor = cell(row[protocol.replace("-", "_")]), corrected(row)
            assert said["stance"] == own["stance"]
            assert [one["id"] for one in said["articles"]] == own["articles"]
            above = said["agreement" if said["law"]["stance"] == "silent" else "law"]
            assert above["stance"] == floor["stance"]
            assert [one["id"] for one in above["articles"]] == floor["articles"]


def test_a_real_process_answers_at_once():
    """The installed program, not its functions: what a policy maker types."""
    program = Path(sys.executable).parent / "deelwijs"
    act = "teacher-join-online-discussion-about-school-or-education"
    verdicts = {}
    for protocol in ("verkruisen", "kom-leren"):
        done = subprocess.run(
            [program, "verdict", protocol, act, "--json"],
            capture_output=True,
            text=True,
            check=True,
            cwd=ROOT,
        )
        verdicts[protocol] = json.loads(done.stdout)["verdict"]
    assert verdicts == {"verkruisen": "not", "kom-leren": "may"}


def test_the_projects_own_content_is_sound():
    result = run("check", "--json")
    assert result.exit_code == 0
    assert not {"error", "warning"} & {one["severity"] for one in json.loads(result.stdout)}


def test_a_copied_protocol_is_listed_judged_checked_covered_and_drawn(copied):
    assert COPY in {one["id"] for one in json.loads(run("protocols", "--json", content=copied).stdout)}
    matrix = json.loads(run("acts", "--json", content=copied).stdout)
    assert all(row[COPY] == row["verkruisen"] for row in matrix.values())
    assert run("check", content=copied).exit_code == 0
    coverage = json.loads(run("coverage", "--json", content=copied).stdout)
    assert coverage[COPY].keys() == coverage["verkruisen"].keys()
    drawn = run("graph", "mag-deze-foto", "--protocol", COPY, content=copied)
    assert drawn.exit_code == 0


def test_the_copy_is_a_protocol_of_its_own(copied, tmp_path):
    shutil.copytree(copied, tmp_path / "content")
    file = tmp_path / "content" / "norms" / "protocols" / f"{COPY}.toml"
    text = file.read_text(encoding="utf-8")
    act = "teacher-join-online-discussion-about-school-or-education"
    here = next(line for line in text.splitlines() if line.startswith((f"{act} ", f'"{act}"')))
    file.write_text(text.replace(here, here.replace('"forbidden"', '"allowed"')), encoding="utf-8")
    said = {
        name: json.loads(run("verdict", name, act, "--json", content=tmp_path / "content").stdout)["verdict"]
        for name in (COPY, "verkruisen")
    }
    assert said == {COPY: "may", "verkruisen": "not"}


def test_coverage_names_every_teachable_article_with_its_audiences():
    coverage = json.loads(run("coverage", "--json").stdout)
    protocols = json.loads(run("protocols", "--json").stdout)
    assert {one["id"]: one["teachable"] for one in protocols} == {
        name: len(rows) for name, rows in coverage.items()
    }
    assert sum(map(len, coverage.values())) == 206
    for rows in coverage.values():
        for audiences in rows.values():
            assert audiences
            for cell_ in audiences.values():
                assert set(cell_) == {"lessons", "questions"}
                assert all(isinstance(name, str) for names in cell_.values() for name in names)


@pytest.mark.parametrize(
    "word", ["--help", "serve --help", "verdict --help", "preview --help", "demo --help"]
)
def test_every_command_helps(word):
    result = run(*word.split())
    assert result.exit_code == 0
    assert "Usage:" in result.output


def test_an_unknown_command_is_told():
    assert run("verdicts").exit_code == 2
