"""`::: story WHO`, then a picture and words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.reading.told import told
from course.scenario.model import Story
from course.scenario.pieces.box import Box, body

if TYPE_CHECKING:
    from course.scenario.draft import Draft


def read_story(draft: Draft, box: Box) -> Story:
    """Read a full-screen picture that passes."""
    html, picture = body(draft, box)
    if not html and picture is None:
        draft.error(
            box.line,
            "empty-container",
            told("This story shows nothing."),
            told("Write a picture or some words in it."),
        )
    return Story(draft.member(box.name, box.line), picture, html, box.line)
