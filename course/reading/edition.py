"""The edition: under which words something was learned."""

from __future__ import annotations

import hashlib
import re

_LINE_END = re.compile(r"\r\n?|\n")
_DIGITS = 12


def edition_of(text: str) -> str:
    """Name the edition of a content file, so that progress can tell which words it was made with.

    The first 12 hexadecimal digits of the SHA-256 of the text without what no reader sees (kinds of line end, trailing
    space, empty lines at the end): an editor that changes these makes no new edition.
    """
    lines = [line.rstrip() for line in _LINE_END.split(text.removeprefix("\ufeff"))]
    normal = "\n".join(lines).rstrip("\n") + "\n"
    return hashlib.sha256(normal.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
