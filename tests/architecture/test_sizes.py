"""The tail is where a code base turns ugly: the largest module and the largest function are held, not the average."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.architecture.sources import text, tree, under

LONGEST_MODULE, LONGEST_FUNCTION = 300, 45
LONGEST_TEMPLATE_LINE = 160

PEOPLE = "course/store/migrations/versions/r0006_people_with_roles.py"
MODULES = {
    PEOPLE: "there and back, with the data of every table that it parts",
    "tests/learning/world.py": "one small world: content and people side by side",
    "tests/learning/lesson/test_playing.py": "every rule of playing, one after the other",
    "tests/learning/quiz/test_answering.py": "every rule of quizzing, one after the other",
    "tests/scenario/test_audit.py": "a broken lesson for every rule of the audit",
}
FUNCTIONS = {
    "upgrade": "a migration is one list of tables, and is never changed again",
    "note_evidence": "its arguments are the eight fields of an evidence note, one on each line",
}
PYTHON = under("course", "web", "cli", "tools", "tests", suffix=".py")


def test_a_module_fits_on_a_few_screens():
    long = {name for name in PYTHON if len(text(name).splitlines()) > LONGEST_MODULE}
    assert long - MODULES.keys() == set()


def test_a_function_fits_on_one_screen():
    long = {
        (name, node.name)
        for name in PYTHON
        for node in ast.walk(tree(name))
        if isinstance(node, ast.FunctionDef)
        and (node.end_lineno or 0) - node.lineno + 1 > LONGEST_FUNCTION
        and node.name not in FUNCTIONS
    }
    assert long == set()


def test_no_exception_outlives_its_reason():
    assert {name for name in MODULES if len(text(name).splitlines()) <= LONGEST_MODULE - 30} == set()
    names = {
        node.name for name in PYTHON for node in ast.walk(tree(name)) if isinstance(node, ast.FunctionDef)
    }
    assert FUNCTIONS.keys() <= names


def test_every_package_says_what_it_is():
    packages = [
        name
        for name in under("course", "web", "cli", suffix="/__init__.py")
        if "migrations/versions" not in name
    ]
    folders = {str(Path(name).parent) for name in under("course", "web", "cli", suffix=".py")}
    folders -= {"course/store/migrations/versions"}
    assert {str(Path(name).parent) for name in packages} == folders
    assert [name for name in packages if not ast.get_docstring(tree(name))] == []


def test_every_module_says_what_it_is():
    modules = under("course", "web", "cli", "tools", suffix=".py")
    assert [name for name in modules if not ast.get_docstring(tree(name))] == []


def test_no_error_is_swallowed():
    bare = [
        f"{name}:{node.lineno}"
        for name in under("course", "web", "cli", suffix=".py")
        for node in ast.walk(tree(name))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id == "Exception"))
        and not any(isinstance(inner, ast.Raise) for inner in ast.walk(node))
    ]
    assert bare == []


def test_a_line_of_a_template_fits_on_a_screen():
    """What is longer is markup that nobody reads: wrap it, or give it a macro or a template of its own."""
    long = {
        name
        for name in under("web", suffix=".html")
        if any(len(line) > LONGEST_TEMPLATE_LINE for line in text(name).splitlines())
    }
    assert long == set()
