"""What stands before the words of a point in a document: a number as printed, a letter, a bullet."""

from __future__ import annotations

import re
from dataclasses import dataclass

BULLET = r"[-+*•·●▪◦‣–—✓✔→»\uf0b7\uf0a7]+(?=\s)|o(?=\t)"
NUMBER = r"""
    (?: art(?:ikel|\.)? | punt | regel | § ) \s*
    (?P<article> \d{1,3} (?: \.\d{1,3} )* [a-z]? ) (?: [.:)] | \s*[-–](?=\s) )? (?=\s|$)
  | (?P<dotted> \d{1,3} (?: \.\d{1,3} )+ [a-z]? ) (?: [.:)] (?=\s|$) | (?= \s+ ["'“‘(]? [A-Z] ) )
  | \(? (?P<plain> \d{1,3} [a-z]? ) (?: [.:)] \)? (?=\s|$) | (?= \t | \s{2,} \S ) )
  | (?P<coded> [A-Z] \. \d{1,3} (?: \.\d{1,3} )* ) [.:)]? (?=\s|$)
  | \(? (?P<letter> [a-zA-Z] ) [.)] (?=\s)
  | \(? (?P<roman> [ivx]{2,4} | [IVX]{2,4} ) [.)] (?=\s)
"""
MARKER = re.compile(
    rf"""
    [\s>]* (?P<marks> \#{{0,6}} ) \s* [*_]*
    (?P<bullet> (?: (?: {BULLET} ) \s* )* )
    (?: (?: {NUMBER} ) [*_]* )?
    \s*
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""Case is told apart where it matters, in `_number`."""
CAPITAL = re.compile(r"[\"'“‘(*_]*[^\W\d_a-z]")
KINDS = ("article", "dotted", "plain", "coded", "letter", "roman")


@dataclass(frozen=True, slots=True)
class Marker:
    """What a line begins with: its length, the number as printed ("" for a bullet), and which kind of list it is of."""

    length: int
    number: str
    kind: str


NONE = Marker(0, "", "")


def marker_of(line: str) -> Marker:
    """Read what stands before the words of a line; `NONE` where the line begins with words."""
    found = MARKER.match(line)
    if found is None:
        return NONE
    kind = next((name for name in KINDS if found[name]), "")
    if kind == "dotted" and line[found.end("dotted")] not in ".:)" and not CAPITAL.match(line[found.end() :]):
        kind = ""
    if kind:
        number = found[kind]
        case = "upper" if number.isupper() else "lower"
        return Marker(found.end(), number, kind + (case if kind in ("letter", "roman") else ""))
    if found["bullet"]:
        return Marker(found.end("bullet"), "", "bullet")
    return NONE


def follows(number: str, before: str) -> bool:
    """Whether a number begins a list or is the next after another: 1, a, A; 4 after 3, 1.3 after 1.2, c after b."""
    last, last_before = re.split(r"\.", number)[-1], re.split(r"\.", before)[-1]
    if last.isdigit():
        return int(last) == 1 or (last_before.isdigit() and int(last) == int(last_before) + 1)
    if len(last) == 1:
        return last in "aA" or (len(last_before) == 1 and ord(last) == ord(last_before) + 1)
    return True
