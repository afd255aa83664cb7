"""Headers whose quotes are wrong: mended before the rest is read, for all that stands below one belongs to it."""

from __future__ import annotations

import re

from course.norms.toml_lines import HEADER
from course.problems import Problem, Severity

_QUOTES = "\"'“”„‟‘’"
_HALF_QUOTED = re.compile(
    rf"[ \t]*\[[ \t]*(?P<table>[A-Za-z0-9_-]+)[ \t]*\.[ \t]*"
    rf"(?=[^\]]*[{_QUOTES}])[{_QUOTES}]?(?P<id>[^{_QUOTES}\[\]]+)[{_QUOTES}]?[ \t]*\]?[ \t]*"
)


def mend_headers(file: str, text: str) -> tuple[str, tuple[Problem, ...]]:
    """Put the id of a header between straight quotes where it has half of them or curly ones, and say so.

    The text keeps its lines; `file` is the name that the problems carry.
    """
    lines = text.split("\n")
    problems: list[Problem] = []
    for index, line in enumerate(lines):
        half = _HALF_QUOTED.fullmatch(line)
        if half and not _is_quoted(line):
            lines[index] = f'[{half["table"]}."{half["id"].strip()}"]'
            message = f"quotes around an id come in pairs: {line.strip():.60}"
            remedy = f"write {lines[index]}"
            problems.append(Problem(file, index + 1, Severity.ERROR, "syntax", message, remedy))
    return "\n".join(lines), tuple(problems)


def _is_quoted(line: str) -> bool:
    """Tell whether the quotes of a header are right, so that at most its bracket is missing."""
    header = HEADER.match(line)
    return header is not None and line[header.end() :].strip() in ("", "]")
