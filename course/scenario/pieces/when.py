"""`::: when act=ACT stance=STANCE[,STANCE…]`, then narration and pieces (the outer fence has more colons)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.norms.model import Stance
from course.reading.findings import did_you_mean
from course.scenario.model import Piece, When

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from course.reading.markdown import Node
    from course.scenario.draft import Draft
    from course.scenario.pieces.box import Box

_STANCES = tuple(stance.value for stance in Stance)


def read_when(draft: Draft, box: Box, read: Callable[[Draft, Sequence[Node]], tuple[Piece, ...]]) -> When:
    """Read what only some schools see; `read` reads the pieces in it."""
    act = box.attributes.get("act", "")
    if not act:
        draft.error(
            box.line, "missing-attribute", "A `when` names no act.", "Write `::: when act=… stance=…`."
        )
    return When(act, tuple(_stances(draft, box)), read(draft, box.nodes), box.line)


def _stances(draft: Draft, box: Box) -> Iterator[Stance]:
    named = [name.strip() for name in box.attributes.get("stance", "").split(",") if name.strip()]
    if not named:
        remedy = f"Write `stance=` with one or more of: {', '.join(_STANCES)}."
        draft.error(box.line, "missing-attribute", "A `when` names no stance.", remedy)
    for name in named:
        if name in _STANCES:
            yield Stance(name)
        else:
            draft.error(
                box.line, "unknown-stance", f"There is no stance `{name}`.", did_you_mean(name, _STANCES)
            )
