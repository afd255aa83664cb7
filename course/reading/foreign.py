"""What the readers of TOML and YAML, CSV and the system say of a file, as texts that can be said in Dutch."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from course.reading.told import Told, one_after_another, told

if TYPE_CHECKING:
    from collections.abc import Mapping

_ANY = "(?P<what>.+)"
_SAID: Mapping[str, Told] = {
    str(one): one
    for one in (
        told("Cannot overwrite a value"),
        told("Escaped character is not a Unicode scalar value"),
        told("Expected '=' after a key in a key/value pair"),
        told("Expected ']' at the end of a table declaration"),
        told("Expected ']]' at the end of an array declaration"),
        told("Expected newline or end of document after a statement"),
        told("Invalid date or datetime"),
        told("Invalid hex value"),
        told("Invalid initial character for a key part"),
        told("Invalid statement"),
        told("Invalid value"),
        told("Unclosed array"),
        told("Unclosed inline table"),
        told("Unescaped '\\' in a string"),
        told("Unterminated string"),
        told("mapping values are not allowed in this context"),
        told("could not find expected ':'"),
        told("did not find expected node content"),
        told("did not find expected alphabetic or numeric character"),
        told("did not find expected key"),
        told("did not find expected '-' indicator"),
        told("did not find expected ',' or ']'"),
        told("did not find expected ',' or '}'"),
        told("found unexpected end of stream"),
        told("found undefined alias"),
        told("found undefined tag handle"),
        told("found duplicate anchor"),
        told("found unknown escape character"),
        told("found character that cannot start any token"),
        told("found a tab character that violates indentation"),
        told("control characters are not allowed"),
        told("unexpected end of data"),
        told("No such file or directory"),
        told("Permission denied"),
        told("Is a directory"),
        told("Not a directory"),
        told("No space left on device"),
        told("Read-only file system"),
        told("File name too long"),
        told("Input/output error"),
    )
}
_WITH_VALUE = tuple(
    (re.compile(one), one.message)
    for one in (
        told("Cannot declare %(what)s twice", what=_ANY),
        told("Cannot mutate immutable namespace %(what)s", what=_ANY),
        told("Cannot redefine namespace %(what)s", what=_ANY),
        told("Duplicate inline table key %(what)s", what=_ANY),
        told("Found invalid character %(what)s", what=_ANY),
        told("Illegal character %(what)s", what=_ANY),
        told("Expected %(what)s", what=_ANY),
        told("%(what)s expected after '\"'", what="(?P<what>'.+')"),
    )
)


def in_our_words(said: str) -> Told:
    """Give what a reader or the system says as a text of ours; what is unheard of stays in its own words."""
    if said in _SAID:
        return _SAID[said]
    for pattern, message in _WITH_VALUE:
        if found := pattern.fullmatch(said):
            return Told(message, found.groupdict())
    return one_after_another(said) if said else told("it can't be read")
