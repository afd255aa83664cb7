"""Whatever the course refuses an administrator is in the catalogs."""

from __future__ import annotations

import ast
from pathlib import Path

from web.admin.slips import SLIPS

ROOT = Path(__file__).parents[3]
SOURCES = (*(ROOT / "course/administration").glob("*.py"), ROOT / "course/enrolment/merging.py")


def test_every_refusal_is_listed() -> None:
    known = {str(one) for one in SLIPS}
    said = set()
    for source in SOURCES:
        tree = ast.parse(source.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Invalid":
                said |= {word.value.value for word in node.keywords if isinstance(word.value, ast.Constant)}
    assert said
    assert said <= known
