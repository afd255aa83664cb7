"""Slips of the pen that can be mended in their own line, before the text is cut up: what follows keeps its place."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from course.reading.told import one_after_another, told
from course.reading.toml_lines import DOTTED, HEADER

if TYPE_CHECKING:
    from course.reading.findings import Findings
    from course.reading.told import Told

_QUOTES = "\"'“”„‟‘’"
_HALF_QUOTED = re.compile(
    rf"[ \t]*\[[ \t]*(?P<table>[A-Za-z0-9_-]+)[ \t]*\.[ \t]*"
    rf"(?=[^\]]*[{_QUOTES}])[{_QUOTES}]?(?P<id>[^{_QUOTES}\[\]]+)[{_QUOTES}]?[ \t]*\]?[ \t]*"
)
_COLON = re.compile(rf"""(?P<key>[ \t]*{DOTTED})[ \t]*:[ \t]*(?P<value>["'\[{{\d].*|true|false)""")


def mend_slips(text: str, findings: Findings) -> str:
    """Mend the quotes of headers, and colons where = should stand, and say so; the text keeps its lines."""
    lines = text.split("\n")
    for index, line in enumerate(lines):
        if mended := _mended(line):
            lines[index], message, remedy = mended
            findings.error(
                index + 1,
                "syntax",
                one_after_another(message, f"{line.strip():.60}", between=": "),
                remedy,
            )
    return "\n".join(lines)


def _mended(line: str) -> tuple[str, Told, Told] | None:
    """Give a line with a slip as it was meant, what is wrong with it and the remedy; None for any other line."""
    half, colon = _HALF_QUOTED.fullmatch(line), _COLON.fullmatch(line)
    if half and not _is_quoted(line):
        meant = f'[{half["table"]}."{half["id"].strip()}"]'
        return meant, told("quotes around an id come in pairs"), told("write %(meant)s", meant=meant)
    if colon:
        meant = f"{colon['key']} = {colon['value']}"
        remedy = told("write = instead of the colon: %(key)s = …", key=colon["key"].strip())
        return meant, told("a colon instead of ="), remedy
    return None


def _is_quoted(line: str) -> bool:
    """Tell whether the quotes of a header are right, so that at most its bracket is missing."""
    header = HEADER.match(line)
    return header is not None and line[header.end() :].strip() in ("", "]")
