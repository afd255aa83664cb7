"""`::: call NAME`, then words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.scenario.model import Call
from course.scenario.pieces.box import Box, words_only

if TYPE_CHECKING:
    from course.scenario.draft import Draft


def read_call(draft: Draft, box: Box) -> Call:
    """Read an incoming call; the words may be left out, for a phone that only rings."""
    return Call(box.name, words_only(draft, box), box.line)
