"""A text line by line: which line is a heading, which begins a point, which goes on with the one above it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.rulebooks.intake.markers import NONE, Marker, follows, marker_of

if TYPE_CHECKING:
    from collections.abc import Sequence

NARROWEST = 60
"""Signs in a line: a page is not set narrower, so a shorter line was ended on purpose."""
WIDEST = 120
LONGEST_HEADING = 110
WORDY = 12
"""Words: what is longer is a sentence whose stop was forgotten."""
ENDS = tuple(".!?…:;")
TRAIL = " \t\r\n*_\"'”’»)"
RULE = re.compile(r"[\s\-_=*~|.]*")
DATE = re.compile(r"\d{1,2}[-/]\d{1,2}[-/]\d{2,4}")
SAYS = re.compile(
    r"\b(?:ik|je|jij|u|we|wij|hij|zij|men|mag|mogen|moet|moeten|dient|dienen|is|zijn|wordt|worden|hebben|heeft|niet|geen|nooit|altijd)\b",
    re.IGNORECASE,
)
"""What a rule says and a heading seldom does."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text, with where it starts; `words` is what follows the marker."""

    start: int
    text: str
    marker: Marker

    @property
    def words(self) -> str:
        """Give what stands in the line besides its marker."""
        return self.text[self.marker.length :].strip(TRAIL + "# ")

    @property
    def is_blank(self) -> bool:
        """Whether nothing is said: a ruled line says nothing either."""
        return RULE.fullmatch(self.text) is not None

    @property
    def is_ended(self) -> bool:
        """Whether the line ends as a sentence or its part does."""
        return self.text.rstrip(TRAIL).endswith(ENDS)


NOWHERE = Line(0, "", NONE)


def lines_of(text: str) -> list[Line]:
    """Part a text at its line ends; every sign belongs to one line."""
    found, start = [], 0
    for line in text.splitlines(keepends=True):
        found.append(Line(start, line, marker_of(line)))
        start += len(line)
    return found


def width_of(lines: Sequence[Line]) -> int:
    """Tell how many signs a line of a text holds before it is broken; letters differ in width, so a little less."""
    longest = max((len(line.text.rstrip()) for line in lines), default=0)
    return max(NARROWEST, min(longest, WIDEST) * 17 // 20)


def begins_point(line: Line, before: Line, listed: str) -> bool:
    """Whether a line's marker is one, and not a number that a sentence happens to be broken at.

    `before` is the line above, `listed` the number that the list has come to.
    """
    if line.marker is NONE:
        return False
    if line.marker.kind == "bullet" or before.is_blank or before.is_ended:
        return True
    return follows(line.marker.number, listed)


def goes_on(line: Line, before: Line, width: int) -> bool:
    """Whether an unmarked line continues the one above it, on a page where lines are `width` signs wide.

    Across a blank line it does so only where a sentence is plainly in the middle.
    """
    first = line.text.lstrip().partition(" ")[0]
    if before.is_blank or "\t" in line.text.strip() or "\t" in before.words:
        return False
    if first[:1].islower() or not before.words:
        return True
    return len(before.text.rstrip()) + 1 + len(first) > width


def is_heading(line: Line, before: Line, after: Line, beyond: Line) -> bool:
    """Whether a line stands above others as their heading.

    `before` is the line above it, `after` the one below, `beyond` the first one below that is not blank.
    """
    plain = line.text.strip()
    if not line.words or beyond is NOWHERE or len(plain) > LONGEST_HEADING:
        return False
    if plain.startswith("#"):
        return True
    if line.marker.kind == "bullet" or line.words[:1].islower() or _is_gone_on(beyond):
        return False
    if line.is_ended and not plain.rstrip(TRAIL).endswith(":"):
        return _is_question(line, before, after) or _is_numbered_title(line, beyond)
    if line.marker.kind and not line.marker.kind.startswith("article"):
        return _stands_above_another_list(line, before, beyond)
    return _is_title(line, before, after, beyond)


def _is_gone_on(beyond: Line) -> bool:
    """Whether the line below is in the middle of a sentence."""
    return beyond.marker is NONE and beyond.words[:1].islower()


def _is_title(line: Line, before: Line, after: Line, beyond: Line) -> bool:
    """Whether a line without a number, or with that of an article, is short and set apart."""
    plain = line.text.strip()
    if len(line.words.split()) > WORDY or "\t" in plain or DATE.search(plain):
        return False
    if not (before.is_blank or before.is_ended):
        return False
    if plain.rstrip(TRAIL).endswith(":"):
        return after.is_blank or beyond.marker is not NONE
    if plain.endswith(",") or (SAYS.search(line.words) and not plain.startswith(("*", "_"))):
        return plain.isupper()
    if after.is_blank or after.marker is not NONE or line.marker.kind == "article":
        return True
    return len(plain) < NARROWEST and after.words[:1].isupper() and len(after.words) > len(line.words)


def _stands_above_another_list(line: Line, before: Line, beyond: Line) -> bool:
    """Whether a numbered line is the title of a chapter: short, and followed by a list of its own or by words."""
    if len(line.words.split()) > WORDY or line.marker.kind == before.marker.kind:
        return False
    if beyond.marker is not NONE:
        own_list = beyond.marker.kind != line.marker.kind and follows(beyond.marker.number or "1", "")
        return own_list or beyond.marker.number.startswith(line.marker.number + ".")
    longer = len(beyond.words) > len(line.words)
    return not SAYS.search(line.words) and before.is_blank and (longer or not beyond.is_ended)


def _is_question(line: Line, before: Line, after: Line) -> bool:
    """Whether an unnumbered question stands by itself above its answer."""
    asks = line.text.rstrip(TRAIL).endswith("?") and line.marker is NONE
    return asks and before.is_blank and after.is_blank and len(line.words.split()) <= WORDY


def _is_numbered_title(line: Line, beyond: Line) -> bool:
    """Whether a numbered line that ends with a stop is a title all the same, as in `3. Sociale media in de klas.`."""
    short = len(line.words.split()) <= WORDY // 2 and line.text[line.marker.length :].count(".") == 1
    numbered = line.marker.kind in ("plain", "article", "dotted", "letterupper", "romanupper")
    return (
        short
        and numbered
        and not SAYS.search(line.words)
        and beyond.marker is NONE
        and beyond.words[:1].isupper()
    )
