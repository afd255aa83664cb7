"""`::: time NAME`, with nothing in it; the name is the jump, e.g. "Drie weken later"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.reading.markdown import first_line
from course.reading.told import told
from course.scenario.model import TimeJump

if TYPE_CHECKING:
    from course.scenario.draft import Draft
    from course.scenario.pieces.box import Box


def read_time(draft: Draft, box: Box) -> TimeJump:
    """Read a jump in time."""
    if box.nodes:
        remedy = told("Put the words behind `::: time`, or below the closing `:::`.")
        draft.error(
            first_line(box.nodes[0]), "strange-block", told("A time container holds nothing."), remedy
        )
    return TimeJump(box.name, box.line)
