"""From lines as they are printed on pages to paragraphs: what each page repeats goes, broken lines and words are glued."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from course.rulebooks.intake.lines import NOWHERE, begins_point, goes_on, is_heading, lines_of, width_of
from course.rulebooks.intake.model import BROKEN_WORD

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from course.rulebooks.intake.lines import Line

EDGE = 3
"""Lines at the top and at the bottom of a page that may be its header and footer."""
PAGE_NUMBER = re.compile(
    r"[\s|–—-]*(?:(?:pagina|pag\.?|blz\.?|page|p\.)\s*)?(?P<page>\d{1,3})(?:\s*(?:van|of|/|\|)\s*\d{1,3})?[\s|–—-]*",
    re.IGNORECASE,
)


def paragraphs(pages: Sequence[Sequence[str]]) -> str:
    """Give the text of pages in paragraphs, with an empty line between two that aren't points of a list."""
    kept = [[line.rstrip() for line in page if line.strip()] for page in pages]
    repeated = _repeated(kept)
    text = "\n".join(line for number, page in enumerate(kept, 1) for line in _body(page, number, repeated))
    return "\n".join(_glued(lines_of(text)))


def _repeated(pages: Sequence[Sequence[str]]) -> set[str]:
    """Find what stands at the edge of more than half of the pages, but for its numbers."""
    seen = Counter(
        shape for page in pages for shape in {_shape(line) for line in (*page[:EDGE], *page[-EDGE:])}
    )
    return {shape for shape, times in seen.items() if times > 1 and 2 * times > len(pages)}


def _body(page: Sequence[str], number: int, repeated: set[str]) -> Iterator[str]:
    """Give a page without its header, its footer and its number."""
    for place, line in enumerate(page):
        at_edge = place < EDGE or place >= len(page) - EDGE
        printed = PAGE_NUMBER.fullmatch(line) if place in (0, len(page) - 1) else None
        own_number = printed is not None and (int(printed["page"]) == number or not line.strip().isdecimal())
        if not own_number and not (at_edge and _shape(line) in repeated):
            yield line


def _shape(line: str) -> str:
    return " ".join(re.sub(r"\d+", "#", line).split())


def _glued(lines: Sequence[Line]) -> Iterator[str]:
    """Join each line to the one that it continues."""
    width, listed = width_of(lines), ""
    glued, was_point = "", False
    for place, line in enumerate(lines):
        before = lines[place - 1] if place else NOWHERE
        after = lines[place + 1] if place + 1 < len(lines) else NOWHERE
        heading = is_heading(line, NOWHERE if _is_short(before, width) else before, after, after)
        point = begins_point(line, before, listed)
        listed = line.marker.number or listed if point else listed
        if glued and not heading and not point and goes_on(line, before, width):
            glued = BROKEN_WORD.sub("", f"{glued}\n{line.text.strip()}").replace("\n", " ")
            continue
        if glued:
            yield glued
        if glued and not (point and was_point):
            yield ""
        glued, was_point = line.text.strip(), point
    yield glued


def _is_short(line: Line, width: int) -> bool:
    """Whether a line stops before the margin, so that what follows may be a heading."""
    return len(line.text.rstrip()) < width
