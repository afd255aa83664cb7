"""`::: notification NAME`, then words; the name is the app or group that it comes from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.reading.told import told
from course.scenario.model import Notification
from course.scenario.pieces.box import Box, words_only

if TYPE_CHECKING:
    from course.scenario.draft import Draft


def read_notification(draft: Draft, box: Box) -> Notification:
    """Read what slides over a locked screen."""
    html = words_only(draft, box)
    if not html:
        draft.error(
            box.line,
            "empty-container",
            told("This notification says nothing."),
            told("Write a line of text in it."),
        )
    return Notification(box.name, html, box.line)
