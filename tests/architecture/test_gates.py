"""What hangs together is written at one gate."""

from __future__ import annotations

import ast
import re

import pytest

from tests.architecture.sources import text, tree, under

WRITERS = {"insert", "update", "delete", "Upsert", "_insert"}
GATES = {
    "memberships": "course/enrolment/",
    "group_sizes": "course/enrolment/",
    "group_progress": ("course/enrolment/", "course/learning/progress/"),
}
"""Tables, and where alone they are written."""
SOURCES = [
    name
    for name in under("course", "web", "cli", suffix=".py")
    if not name.startswith("course/store/migrations/")
]


def written(name: str) -> set[str]:
    """The tables that a module names to a function that writes, and those that it writes in SQL."""
    calls = [node for node in ast.walk(tree(name)) if isinstance(node, ast.Call)]
    named = {
        argument.id
        for call in calls
        if isinstance(call.func, ast.Name) and call.func.id in WRITERS
        for argument in call.args
        if isinstance(argument, ast.Name)
    }
    sql = re.findall(r"(?:INSERT INTO|UPDATE|DELETE FROM) (\w+)", text(name))
    return named | set(sql)


@pytest.mark.parametrize("table", GATES)
def test_a_table_is_written_at_its_gate_alone(table):
    writers = {name for name in SOURCES if table in written(name)}
    assert writers
    assert {name for name in writers if not name.startswith(GATES[table])} == set()


def test_the_own_year_of_a_pupil_is_written_at_the_gate_alone():
    writers = {
        name
        for name in SOURCES
        for node in ast.walk(tree(name))
        if isinstance(node, ast.keyword) and node.arg == "year_group" and "update(persons)" in text(name)
    }
    gate = ("batch", "memberships", "rollover")
    assert writers == {f"course/enrolment/{name}.py" for name in gate}
    persons = {name for name in SOURCES if "persons" in written(name)}
    adders = {name for name in persons if "insert(persons)" in text(name) or "delete(persons)" in text(name)}
    assert adders == {"course/enrolment/batch.py", "course/enrolment/people.py"}
