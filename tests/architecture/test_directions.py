"""Imports point one way, and every concern has one home."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.sources import ROOT, text, tree, under

VAGUE = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "manager",
    "managers",
    "tools_",
    "lib",
    "core",
}
CONTRACTS = tomllib.loads(text("pyproject.toml"))["tool"]["importlinter"]["contracts"]
CONTENT = ("lessons", "quizzes", "norms", "curriculum")


def test_the_import_contracts_are_kept():
    program = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run([program, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    kept = re.search(r"Contracts: (\d+) kept, (\d+) broken", done.stdout)
    assert kept, done.stdout
    assert kept.groups() == (str(len(CONTRACTS)), "0")


def contract(name: str) -> dict[str, object]:
    (found,) = (one for one in CONTRACTS if one["name"].startswith(name))
    return found


def folders(of: str) -> set[str]:
    """The packages and modules right under a package."""
    found = {
        name.removeprefix(f"{of}/").split("/")[0]
        for name in under("course", "web", suffix=".py")
        if name.startswith(f"{of}/")
    }
    return {name.removesuffix(".py") for name in found} - {"__init__"}


def test_the_contracts_hold_all_of_the_course():
    """Every package of `course` stands in the layers, so that a new one can't stay out of them."""
    named = set(re.findall(r"course\.(\w+)", " ".join(contract("Layers")["layers"])))
    assert folders("course") - named <= {"demo"}, (
        "demo stands above all and is imported by the command line only"
    )


def test_the_contracts_hold_all_of_what_is_learned():
    layers = " ".join(contract("What is learned")["layers"])
    assert folders("course/learning") == set(re.findall(r"learning\.(\w+)", layers))


def test_the_contracts_hold_every_area_of_the_site():
    """A folder of `web` that shows pages is an area; a new one can't stay out of the contracts."""
    beside = {
        "app",
        "catalogs",
        "config",
        "display",
        "http",
        "mail",
        "serving",
        "static",
        "templates",
        "translations",
    }
    areas = {f"web.{name}" for name in folders("web") - beside}
    assert areas == set(contract("The areas")["modules"])
    layers = " ".join(contract("Areas stand")["layers"])
    assert areas <= set(re.findall(r"web\.\w+", layers))


def test_only_the_command_line_builds_demo_boards():
    users = {name for name in under("course", "web", "cli", suffix=".py") if "course.demo" in text(name)}
    assert {name for name in users if not name.startswith("course/demo/")} <= {"cli/demo.py"}


def test_only_one_module_speaks_htmx():
    speakers = {
        name
        for name in under("web", suffix=".py")
        if re.search(r"[\"']HX-|request\.htmx|import request.*htmx|htmx_flask import.*request", text(name))
    }
    assert speakers == {"web/http/hypermedia.py"}


@pytest.mark.parametrize("folder", CONTENT)
def test_content_holds_no_code(folder):
    assert {Path(name).suffix for name in under(folder)} <= {".md", ".svg", ".toml", ".csv", ""}


def test_no_module_has_a_vague_name():
    parts = {
        (name, part.removesuffix(".py"))
        for name in under("course", "web", "cli", "tools", "tests", suffix=".py")
        for part in name.split("/")
    }
    assert {name for name, part in parts if part in VAGUE} == set()


def test_the_pure_half_takes_its_clock_and_its_chance_as_arguments():
    pure = ("course/norms/", "course/scenario/", "course/quiz/", "course/curriculum/", "course/library/")
    calls = [
        f"{name}:{node.lineno}"
        for name in under("course", suffix=".py")
        if name.startswith(pure)
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Attribute) and node.attr in {"now", "utcnow", "today", "SystemRandom"}
    ]
    assert calls == []


def test_no_route_writes_sql():
    reached = [
        name
        for name in under("web", suffix=".py")
        if re.search(r"^\s*(from|import) (sqlalchemy|alembic|psycopg)", text(name), re.MULTILINE)
    ]
    assert reached == []
