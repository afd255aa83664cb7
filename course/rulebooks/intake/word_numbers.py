"""The numbers of a Word document: Word keeps no number with a paragraph but counts each time it prints, and so do we."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from docx.oxml.ns import qn

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

DEEPEST = 9
"""Levels of a list that Word knows."""
FURTHEST = 5
"""Styles that stand on each other before we stop looking: a circle of them has no end."""
ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
MOST_ROMAN = 399
LETTERS = 26


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is printed."""

    form: str
    text: str
    """As Word keeps it: `%1.%2` for the numbers of the first two levels with a stop between."""
    start: int
    style: str
    """The style whose paragraphs are on this level; "" for none."""


class Numbering:
    """Counts the lists of one document, paragraph by paragraph."""

    def __init__(self, document: Document) -> None:
        """Look up how its lists are printed."""
        self._styles = {one.style_id: one for one in document.styles}
        self._lists: dict[str, str] = {}
        self._levels: dict[str, Mapping[int, Level]] = {}
        self._counts: defaultdict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[str] = set()
        self._restarts: dict[str, Mapping[int, int]] = {}
        for relation in document.part.rels.values():
            if relation.reltype.endswith("/numbering"):
                self._read(relation.target_part.element)

    def style_name(self, paragraph: BaseOxmlElement) -> str:
        """Name a paragraph's style in English, as Word does inside every document; "" for none."""
        style = self._styles.get(_value(paragraph, "w:pPr/w:pStyle"))
        return (style.name or "") if style is not None else ""

    def label(self, paragraph: BaseOxmlElement) -> str:
        """Give what Word prints before a paragraph ("3.", "b)", "1.2", "-"), and count it; "" for nothing."""
        listed, depth = self._place(paragraph)
        levels = self._levels.get(self._lists.get(listed, ""))
        if not levels or depth not in levels:
            return ""
        counts = self._counted(listed, depth, levels)
        level = levels[depth]
        if level.form == "bullet":
            return "-"
        said = re.sub(
            r"%([1-9])", lambda found: _printed(int(found[1]) - 1, counts, levels), level.text
        ).strip()
        return f"{said}." if said.isalnum() else said

    def _counted(self, listed: str, depth: int, levels: Mapping[int, Level]) -> Mapping[int, int]:
        """Go one on at a level, and begin the deeper ones anew; lists of one kind count together unless told otherwise."""
        counts = self._counts[self._lists[listed]]
        if listed not in self._begun:
            self._begun.add(listed)
            for level, start in self._restarts.get(listed, {}).items():
                counts[level] = start - 1
        counts[depth] = counts.get(depth, levels[depth].start - 1) + 1
        for deeper in [level for level in counts if level > depth]:
            del counts[deeper]
        return counts

    def _place(self, paragraph: BaseOxmlElement) -> tuple[str, int]:
        """Tell in which list a paragraph is and on which level: by itself, or by its style or one that this stands on."""
        listed = _value(paragraph, "w:pPr/w:numPr/w:numId")
        depth = _value(paragraph, "w:pPr/w:numPr/w:ilvl")
        style = _value(paragraph, "w:pPr/w:pStyle")
        for _ in range(FURTHEST):
            if listed or style not in self._styles:
                break
            element = self._styles[style].element
            listed = _value(element, "w:pPr/w:numPr/w:numId")
            depth = depth or _value(element, "w:pPr/w:numPr/w:ilvl") or self._depth_of_style(listed, style)
            style = _value(element, "w:basedOn")
        return listed, min(_number(depth), DEEPEST - 1)

    def _depth_of_style(self, listed: str, style: str) -> str:
        levels = self._levels.get(self._lists.get(listed, ""), {})
        return next((str(depth) for depth, level in levels.items() if level.style == style), "")

    def _read(self, numbering: BaseOxmlElement) -> None:
        for kind in numbering.findall(qn("w:abstractNum")):
            levels = {_number(one.get(qn("w:ilvl"))): _level(one) for one in kind.findall(qn("w:lvl"))}
            self._levels[kind.get(qn("w:abstractNumId")) or ""] = levels
        for one in numbering.findall(qn("w:num")):
            listed = one.get(qn("w:numId")) or ""
            self._lists[listed] = _value(one, "w:abstractNumId")
            self._restarts[listed] = {
                _number(override.get(qn("w:ilvl"))): _number(_value(override, "w:startOverride") or "1")
                for override in one.findall(qn("w:lvlOverride"))
            }


def _level(element: BaseOxmlElement) -> Level:
    return Level(
        form=_value(element, "w:numFmt") or "decimal",
        text=_value(element, "w:lvlText"),
        start=_number(_value(element, "w:start") or "1"),
        style=_value(element, "w:pStyle"),
    )


def _printed(depth: int, counts: Mapping[int, int], levels: Mapping[int, Level]) -> str:
    """Write the number that a level has come to."""
    level = levels.get(depth)
    if level is None:
        return ""
    count = counts.get(depth, level.start)
    match level.form:
        case "lowerLetter" | "upperLetter" if count > 0:
            letters = chr(ord("a") + (count - 1) % LETTERS) * ((count - 1) // LETTERS + 1)
            return letters.upper() if level.form == "upperLetter" else letters
        case "lowerRoman" | "upperRoman" if 0 < count <= MOST_ROMAN:
            return _roman(count).upper() if level.form == "upperRoman" else _roman(count)
        case "none":
            return ""
        case _:
            return str(count)


def _roman(count: int) -> str:
    written = ""
    for worth, sign in ROMAN:
        written += sign * (count // worth)
        count %= worth
    return written


def _value(element: BaseOxmlElement, path: str) -> str:
    """Give the `val` of an element further down; "" where it isn't there."""
    found: BaseOxmlElement | None = element
    for name in path.split("/"):
        found = found.find(qn(name)) if found is not None else None
    return (found.get(qn("w:val")) or "") if found is not None else ""


def _number(written: str | None) -> int:
    return int(written) if written and written.isdecimal() else 0
