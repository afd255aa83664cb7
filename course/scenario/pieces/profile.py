"""`::: profile NAME`, then a picture and words, then a list of numbers `- followers: 214`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.reading.markdown import Node, first_line, inline_of, words
from course.reading.told import told
from course.scenario.model import Profile
from course.scenario.pieces.box import Box, apart, body, items

if TYPE_CHECKING:
    from collections.abc import Iterator

    from course.scenario.draft import Draft


def read_profile(draft: Draft, box: Box) -> Profile:
    """Read somebody's profile page."""
    lists, rest = apart(box)
    html, picture = body(draft, box, rest)
    return Profile(box.name, picture, html, tuple(_numbers(draft, lists)), box.line)


def _numbers(draft: Draft, lists: list[Node]) -> Iterator[tuple[str, str]]:
    for item in items(lists):
        name, colon, value = words(inline_of(item).children or []).partition(":")
        if colon and name.strip() and value.strip():
            yield name.strip(), value.strip()
        else:
            remedy = told("Write `- volgers: 214`: a word, a colon, a number.")
            draft.error(
                first_line(item),
                "bad-number",
                told("This line of the profile is no name with a number."),
                remedy,
            )
