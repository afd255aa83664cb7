"""`::: compose NAME`, then words that stand, and lists `- key: words` of which one part completes the message each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from course.reading.markdown import first_line, inline_of
from course.reading.told import told
from course.scenario.markdown import LESSON
from course.scenario.model import Compose, Narration, Part, Place
from course.scenario.paragraphs import over, split_name, words_and_picture
from course.scenario.pieces.box import Box, items, strange_block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.reading.markdown import Node
    from course.scenario.draft import Draft

_KEY = re.compile(r"[\w-]+")
_FEWEST = 2


def read_compose(draft: Draft, box: Box) -> Compose:
    """Read a message that the learner completes from parts."""
    pieces: list[Narration | Place] = []
    for node in box.nodes:
        if node.type == "paragraph":
            html, picture = words_and_picture(draft, inline_of(node), first_line(node))
            if picture is not None:
                remedy = told("Put it in the scene, above the message.")
                draft.error(
                    picture.line, "no-picture-here", told("A message to complete shows no picture."), remedy
                )
            pieces.append(Narration(html, first_line(node)))
        elif node.type == "bullet_list":
            pieces.append(Place(tuple(_parts(draft, node)), first_line(node)))
        else:
            strange_block(draft, box, node)
    made = Compose(box.name, tuple(pieces), box.line)
    _check(draft, made)
    return made


def _parts(draft: Draft, node: Node) -> Iterator[Part]:
    for item in items([node]):
        inline, line = inline_of(item), first_line(item)
        children = inline.children or []
        named = split_name(children[0]) if children else None
        if named is None or not _KEY.fullmatch(named[0]):
            remedy = told(
                "Write `- eerlijk: ik heb hem doorgestuurd.`: a key of letters, a colon, the words."
            )
            draft.error(line, "bad-part", told("This part has no key."), remedy)
            continue
        key, first = named
        yield Part(key, LESSON.inline_html(over(inline, [first, *children[1:]]).children or []), line)


def _check(draft: Draft, made: Compose) -> None:
    keys = [part.key for place in made.places for part in place]
    for part in (part for place in made.places for part in place):
        if keys.count(part.key) > 1:
            draft.error(
                part.line,
                "double-part",
                told("Two parts are called `%(key)s`.", key=part.key),
                told("Give each its own key."),
            )
    if not made.places or any(len(place) < _FEWEST for place in made.places):
        remedy = told("Write a list of two parts or more for each place.")
        draft.error(
            made.line, "empty-container", told("There is nothing to complete in this message."), remedy
        )
