"""`::: voice WHO seconds=12`, then the words of the message."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from course.reading.told import told
from course.scenario.model import Voice
from course.scenario.pieces.box import Box, words_only

if TYPE_CHECKING:
    from course.scenario.draft import Draft


def read_voice(draft: Draft, box: Box) -> Voice:
    """Read a voice message; without its words nobody who can't hear it would have it."""
    html = words_only(draft, box)
    if not html:
        remedy = told("Write what is said in it.")
        draft.error(box.line, "empty-container", told("This voice message has no words."), remedy)
    return Voice(draft.member(box.name, box.line), _seconds(draft, box), html, box.line)


def _seconds(draft: Draft, box: Box) -> int:
    seconds = box.attributes.get("seconds", "")
    if re.fullmatch(r"[1-9][0-9]{0,2}", seconds):
        return int(seconds)
    remedy = told("Write how long it is, e.g. `seconds=12`; at most 999.")
    draft.error(box.line, "bad-number", told("A voice message has no length."), remedy)
    return 0
