"""`::: when CONDITION`, then narration, pieces and choices that only some are shown (the outer fence has more colons)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.reading.told import told
from course.scenario.choices import is_choices
from course.scenario.condition_reader import read_condition
from course.scenario.model import Piece, When

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from course.reading.markdown import Node
    from course.scenario.draft import Draft
    from course.scenario.pieces.box import Box


def read_when(draft: Draft, box: Box, read: Callable[[Draft, Sequence[Node]], tuple[Piece, ...]]) -> When:
    """Read what only some are shown; `read` reads the pieces in it. Its choices are read with those of the scene."""
    if not box.nodes:
        draft.error(
            box.line,
            "empty-container",
            told("This `when` holds nothing."),
            told("Write in it what some are shown."),
        )
    shown = [node for node in box.nodes if not is_choices(node)]
    return When(read_condition(draft, box.pairs, box.line), read(draft, shown), box.line)
