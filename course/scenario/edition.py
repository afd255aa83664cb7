"""The edition: under which words something was learned."""

from __future__ import annotations

import hashlib
import re

_LINE_END = re.compile(r"\r\n?|\n")
_DIGITS = 12


def normalised(text: str) -> str:
    """Leave out what no reader sees: one kind of line end, no trailing space, one newline at the end."""
    lines = [line.rstrip() for line in _LINE_END.split(text.removeprefix("\ufeff"))]
    return "\n".join(lines).rstrip("\n") + "\n"


def edition_of(text: str) -> str:
    """Name the edition of a content file, so that progress can tell which words it was made with.

    The first 12 hexadecimal digits of the SHA-256 of the normalised text: an editor that changes line ends
    makes no new edition.
    """
    return hashlib.sha256(normalised(text).encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
