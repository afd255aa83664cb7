"""Finds what commands say of themselves, so that Babel brings it into the catalogs: docstrings, help and prompts."""

from __future__ import annotations

import ast
from io import BytesIO
from typing import TYPE_CHECKING, Any

from babel.messages.extract import extract_python

from cli.help_texts import SAID

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO

MAKERS = frozenset({"command", "group"})


def extract(file: IO[bytes], keywords: Any, comment_tags: Any, options: Any) -> Iterator[Any]:
    """Find the texts of a module of commands, those that any module has among them; Babel calls it by its name."""
    source = file.read()
    yield from extract_python(BytesIO(source), keywords, comment_tags, options)  # type: ignore[arg-type]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and any(map(_makes_a_command, node.decorator_list)):
            if text := ast.get_docstring(node):
                yield node.lineno, None, text, []
        elif isinstance(node, ast.Call):
            yield from _texts_of_option(node)


def _texts_of_option(call: ast.Call) -> Iterator[tuple[int, None, str, list[str]]]:
    for one in call.keywords:
        value = one.value
        if one.arg in SAID and isinstance(value, ast.Constant) and isinstance(value.value, str):
            yield value.lineno, None, value.value, []


def _makes_a_command(decorator: ast.expr) -> bool:
    made = decorator.func if isinstance(decorator, ast.Call) else decorator
    return isinstance(made, ast.Attribute) and made.attr in MAKERS
