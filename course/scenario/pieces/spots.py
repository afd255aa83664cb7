"""`::: spots`, then one picture and a list `- LEFT TOP WIDTH HEIGHT: words`, all in percent of the picture."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from course.reading.markdown import Node, first_line, inline_of
from course.reading.told import told
from course.scenario.model import Picture, Spot, Spots
from course.scenario.paragraphs import over, words_and_picture
from course.scenario.pieces.box import Box, apart, body, items

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.scenario.draft import Draft

_PLACE = re.compile(r"\s*(\d{1,3})\s+(\d{1,3})\s+(\d{1,3})\s+(\d{1,3})\s*:\s*")
_WHOLE = 100


def read_spots(draft: Draft, box: Box) -> Spots:
    """Read a picture with places; the list beside it holds all that the picture tells."""
    lists, rest = apart(box)
    html, picture = body(draft, box, rest)
    if html:
        remedy = told("Put them above the container, or in its list.")
        draft.error(box.line, "strange-block", told("Words beside the picture are left out."), remedy)
    spots = tuple(_spots(draft, lists))
    if picture is None or not spots:
        remedy = told("Write `![what one sees](name.svg)` and a list `- 10 20 30 15: …` in it.")
        draft.error(box.line, "empty-container", told("There is no picture with places here."), remedy)
    return Spots(picture or Picture("", "", box.line), spots, box.line)


def _spots(draft: Draft, lists: list[Node]) -> Iterator[Spot]:
    for item in items(lists):
        inline, line = inline_of(item), first_line(item)
        children = inline.children or []
        place = _PLACE.match(children[0].content) if children and children[0].type == "text" else None
        numbers = tuple(map(int, place.groups())) if place else ()
        if place is None or not _is_inside(*numbers):
            remedy = told("Begin with four numbers from 0 to 100 and a colon: left, top, width, height.")
            draft.error(line, "bad-place", told("This place lies nowhere in the picture."), remedy)
            continue
        first = replace(children[0], content=children[0].content[place.end() :])
        html, picture = words_and_picture(draft, over(inline, [first, *children[1:]]), line)
        if not html or picture is not None:
            draft.error(
                line,
                "bad-place",
                told("This place has no words, or a picture of its own."),
                told("Write what one sees."),
            )
        left, top, width, height = numbers
        yield Spot(left, top, width, height, html, line)


def _is_inside(left: int, top: int, width: int, height: int) -> bool:
    return width > 0 and height > 0 and left + width <= _WHOLE and top + height <= _WHOLE
