"""Where each table and each key of a TOML text stands: the standard reader does not tell."""

from __future__ import annotations

import re
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

KeyPath = tuple[str, ...]

_KEY = r"""(?:"(?:[^"\\\n]|\\.)*"|'[^'\n]*'|[A-Za-z0-9_-]+)"""
DOTTED = rf"{_KEY}(?:[ \t]*\.[ \t]*{_KEY})*"
_PART = re.compile(_KEY)
HEADER = re.compile(rf"^[ \t]*(\[\[?)[ \t]*({DOTTED})", re.MULTILINE)
ENTRY = re.compile(rf"[ \t]*({DOTTED})[ \t]*=")


def table_lines(text: str) -> Mapping[KeyPath, int]:
    """Find the first line of each table, counted from 1; quick, as no entry is looked at."""
    lines: dict[KeyPath, int] = {}
    number, upto = 1, 0
    for header in HEADER.finditer(text):
        number, upto = number + text.count("\n", upto, header.start()), header.start()
        for path in _places(header, lines):
            lines.setdefault(path, number)
    return lines


def entry_lines(text: str) -> Mapping[KeyPath, int]:
    """Find the first line of each table and each key, counted from 1."""
    lines: dict[KeyPath, int] = {}
    table: KeyPath = ()
    for number, line in enumerate(text.split("\n"), start=1):
        if header := HEADER.match(line):
            for table in _places(header, lines):
                lines.setdefault(table, number)
        elif entry := ENTRY.match(line):
            lines.setdefault(table + key_path(entry[1]), number)
    return lines


def _places(header: re.Match[str], seen: Mapping[KeyPath, int]) -> tuple[KeyPath, ...]:
    """Give the path of a header; for an item of a list, the list's path and then the item's."""
    path = key_path(header[2])
    if header[1] == "[":
        return (path,)
    return path, (*path, str(next(n for n in count() if (*path, str(n)) not in seen)))


def key_path(dotted: str) -> KeyPath:
    """Take a dotted key apart: `articles."A.6"` is articles, A.6."""
    return tuple(part[1:-1] if part[0] in "\"'" else part for part in _PART.findall(dotted))
