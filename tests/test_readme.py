"""The README does what it says: its commands run, what it links to is there, what it names exists."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from cli import language
from cli.main import Commands, main
from web import config

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMMANDS = [
    line
    for block in re.findall(r"^```sh\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    for line in block.splitlines()
    if line.strip() and not line.startswith("#")
]
LINKS = sorted({one for one in re.findall(r"\]\(([^)#]+)", README) if "://" not in one})
DEELWIJS = [one for one in COMMANDS if one.startswith("deelwijs ")]


def test_there_is_something_to_try():
    assert {"make demo", "make test"} <= set(COMMANDS)
    assert len(DEELWIJS) >= 4


@pytest.mark.parametrize("command", [one for one in COMMANDS if one.startswith("make ")])
def test_what_is_made_has_a_target(command):
    for target in shlex.split(command)[1:]:
        asked = subprocess.run(
            ["make", "--dry-run", target], cwd=ROOT, capture_output=True, text=True, check=False
        )
        assert asked.returncode == 0, asked.stderr


@pytest.mark.parametrize("command", DEELWIJS)
def test_a_command_runs(command, tmp_path, monkeypatch):
    """In an empty folder, so that a file it writes is nobody's."""
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, shlex.split(command)[1:])
    assert result.exit_code == 0, result.output
    assert result.output.strip()


def test_every_line_of_shell_is_tried():
    assert [one for one in COMMANDS if not one.startswith(("make ", "deelwijs "))] == []


def test_the_two_schools_of_the_example_disagree():
    act = "teacher-join-online-discussion-about-school-or-education"
    shown = [CliRunner().invoke(main, ["verdict", name, act]).output for name in ("kom-leren", "verkruisen")]
    assert f"deelwijs verdict kom-leren {act}" in COMMANDS
    assert f"deelwijs verdict verkruisen {act}" in COMMANDS
    assert shown[0].splitlines()[1] != shown[1].splitlines()[1]


@pytest.mark.parametrize("link", LINKS)
def test_a_link_leads_somewhere(link):
    assert (ROOT / link).exists()


def test_every_command_of_the_program_is_named_and_no_other():
    table = README[README.index("| command |") : README.index("## For an administrator")]
    named = set(re.findall(r"`(?:deelwijs )?([a-z][a-z-]*)`", table))
    assert named == set(Commands.places)


def test_every_setting_is_named_and_no_other():
    import inspect

    named = set(re.findall(r"DEELWIJS_[A-Z_]+", README))
    read = set(re.findall(r"DEELWIJS_[A-Z_]+", inspect.getsource(config) + inspect.getsource(language)))
    assert named <= read
    inner = {"DEELWIJS_DEBUG", "DEELWIJS_FINGERPRINT"}
    assert read - named <= inner, "for whoever works on the program, and what `serve` tells its own workers"


def test_every_library_of_the_project_is_in_the_table():
    settings = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = re.search(r"^dependencies = \[(.*?)^\]", settings, re.MULTILINE | re.DOTALL)
    assert block
    told = README.lower().replace(" ", "-")
    names = [re.match(r"[\w-]+", one)[0] for one in re.findall(r'"([^"]+)"', block[1])]
    assert [name for name in names if name not in told] == []


def test_python_of_the_readme_is_python_of_the_project():
    assert "3.11 or later" in README
    assert sys.version_info >= (3, 11)
