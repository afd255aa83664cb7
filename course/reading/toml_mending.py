"""Broken TOML read piece by piece, so that each mistake gets its own line and the rest still counts.

The standard reader stops at the first mistake. Here the text is cut into its headers and entries,
and these are read one by one.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from course.reading.dutch_date import year_first
from course.reading.foreign import in_our_words
from course.reading.told import one_after_another, told
from course.reading.toml_lines import ENTRY, HEADER, KeyPath, entry_lines, key_path

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from course.reading.findings import Findings
    from course.reading.told import Told

Table = dict[str, Any]

BROKEN: Final = object()
"""Stands for a value that could not be read and was reported: nothing more is to be said of it."""

_AT = re.compile(r" \(at (?:line (\d+), column \d+|end of document)\)$")
_LIKE_DATE = re.compile(r"=[ \t]*\d{4}-\d{1,2}-\d{1,2}")
_ONE_DATE = re.compile(r"[^=\n]*=[ \t]*[\d./-]+[ \t]*(?:#.*)?")
_STRANGE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_LONGEST = 60
"""How many lines one value may span before it is taken for unfinished."""


def mend(text: str, findings: Findings) -> Table:
    """Read what can be read of a broken text, and say what is wrong with the rest.

    A value that can't be read is `BROKEN` in the tree.
    """
    mending = _Mending(findings, entry_lines(text))
    for piece in _pieces(text.split("\n")):
        mending.take(piece)
    return mending.tree


@dataclass(frozen=True, slots=True)
class _Piece:
    """A header or an entry with the lines that belong to it."""

    line: int
    text: str

    @property
    def is_header(self) -> bool:
        """Whether a table begins here."""
        return self.text.lstrip().startswith("[")


def _pieces(lines: list[str]) -> Iterator[_Piece]:
    """Cut a text where a header, an entry or something unknown begins; long values stay whole."""
    at = 0
    while at < len(lines):
        stripped = lines[at].strip()
        if not stripped or stripped.startswith("#"):
            at += 1
            continue
        end = at + 1 if stripped.startswith("[") else _end_of_entry(lines, at)
        yield _Piece(at + 1, "\n".join(lines[at:end]))
        at = end


def _end_of_entry(lines: list[str], start: int) -> int:
    for end in range(start + 1, min(start + _LONGEST, len(lines)) + 1):
        if _fault("\n".join(lines[start:end])) is None:
            return end
    end = start + 1
    while end < len(lines) and _continues(lines[end]):
        end += 1
    return end


def _continues(line: str) -> bool:
    """Tell whether a line can only be the rest of an unfinished list: it begins with a value or a bracket."""
    return line.lstrip()[:1] in ("]", "}", '"', "'", "{") and not ENTRY.match(line)


def _fault(text: str) -> tuple[int, str] | None:
    """Read a text on its own; the line within it and what is wrong, or None when it is sound."""
    try:
        tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        said = str(error)
        at = _AT.search(said)
        line = int(at[1]) if at and at[1] else 1
        return min(line, text.count("\n") + 1), _AT.sub("", said)
    return None


@dataclass(slots=True)
class _Mending:
    """The tree as it grows from sound pieces; the problems of the others go to the findings."""

    findings: Findings
    lines: Mapping[KeyPath, int]
    tree: Table = field(default_factory=dict)
    table: Table = field(init=False)
    path: KeyPath = ()
    declared: dict[KeyPath, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.table = self.tree

    def take(self, piece: _Piece) -> None:
        """Add one piece."""
        if piece.is_header:
            self._take_header(piece)
        else:
            self._take_entry(piece)

    def _take_header(self, piece: _Piece) -> None:
        if fault := _fault(piece.text):
            self._report_syntax(piece.line, piece.text, fault[1])
        header = HEADER.match(piece.text)
        if not header:
            self.table, self.path = {}, ()
            return
        self.path = key_path(header[2])
        if header[1] == "[[":
            self._begin_item(piece.line)
            return
        if self.path in self.declared:
            self._report_twice(piece.line, self.path, self.declared[self.path])
            self.table = {}
            return
        self.declared[self.path] = piece.line
        self.table = self._descend(self.tree, self.path, piece.line)

    def _begin_item(self, line: int) -> None:
        holder = self._descend(self.tree, self.path[:-1], line)
        items = holder.setdefault(self.path[-1], [])
        self.table = {}
        if not isinstance(items, list):
            self._report_twice(line, self.path, self.lines[self.path])
            return
        items.append(self.table)
        self.path = (*self.path, str(len(items) - 1))

    def _take_entry(self, piece: _Piece) -> None:
        entry = ENTRY.match(piece.text)
        fault = _fault(piece.text)
        if fault:
            self._report_syntax(piece.line + fault[0] - 1, piece.text, fault[1])
        if not entry:
            return
        keys = key_path(entry[1])
        value: Any = BROKEN
        if not fault:
            value = tomllib.loads(piece.text)
            for key in keys:
                value = value[key]
        holder = self._descend(self.table, keys[:-1], piece.line)
        where = self.path + keys
        if keys[-1] in holder:
            self._report_twice(piece.line, where, self.lines.get(where, piece.line))
            return
        holder[keys[-1]] = value

    def _descend(self, table: Table, keys: KeyPath, line: int) -> Table:
        for key in keys:
            below = table.setdefault(key, {})
            if isinstance(below, list) and below:
                below = below[-1]
            if not isinstance(below, dict):
                if below is not BROKEN:
                    self._report_twice(line, keys, line)
                return {}
            table = below
        return table

    def _report_syntax(self, line: int, text: str, said: str) -> None:
        code, remedy = _remedy(text, said)
        what = in_our_words(said)
        if code == "bad-date" and _is_day_first(text):
            what = told("not a date as TOML has it")
        elif code == "bad-date":
            what = told("not a date that exists")
        first = f"{shown(text.partition(chr(10))[0].strip()):.60}"
        self.findings.error(line, code, one_after_another(what, first, between=": "), remedy)

    def _report_twice(self, line: int, path: KeyPath, first: int) -> None:
        message = told(
            "%(path)s stands here a second time (first on line %(first)s)", path=".".join(path), first=first
        )
        self.findings.error(line, "duplicate-key", message, told("keep one of the two"))


def shown(text: str) -> str:
    """Write a text so that a screen can show it: a character that moves the cursor or rings a bell as its number."""
    return "".join(one if one.isprintable() else f"\\x{ord(one):02x}" for one in text)


def _is_day_first(text: str) -> bool:
    """Whether an entry is a date without quotes as the Dutch write it."""
    return _ONE_DATE.fullmatch(text) is not None and year_first(text) is not None


def _remedy(text: str, said: str) -> tuple[str, Told]:
    """Find the code and the way out for what the standard reader said of a piece."""
    if said == "Invalid date or datetime" or _LIKE_DATE.search(text) or _is_day_first(text):
        meant = year_first(text)
        remedy = told("write a date that exists as year-month-day, e.g. 2024-09-01")
        return "bad-date", told("write the year first: %(meant)s", meant=meant) if meant else remedy
    if said.startswith(("Illegal character", "Unterminated string")):
        strange = _STRANGE.search(text)
        close = told("close the text with a double quote on the same line")
        taken = strange and told("take the character %(shown)s out", shown=shown(strange[0]))
        return "syntax", taken or close
    if text.count("[") > text.count("]") or text.count("{") > text.count("}"):
        return "syntax", told("close what was opened: ] for a list, } for a stance")
    if said.startswith("Expected newline") and '"' in text:
        return "syntax", told('write a double quote inside a text as \\"')
    if said.startswith("Invalid "):
        return "syntax", told("put a text between double quotes; write true, false and dates without")
    return "syntax", told("write it like the entries around it: key = value")
