"""What is listed as click's own words is what the click that is installed says."""

from __future__ import annotations

import ast
from pathlib import Path

import click

from cli.click_words import WORDS

SAYS = frozenset({"_", "gettext", "ngettext"})


def test_every_text_is_one_that_click_asks_gettext_for() -> None:
    asked = {"required"}
    for path in Path(click.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYS:
                asked |= {one.value for one in node.args if isinstance(one, ast.Constant)}
    assert {one.message for one in WORDS} - asked == set()
