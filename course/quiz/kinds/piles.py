"""Where a learner puts an act: what can be done, what one asks first, and what can't be done.

How strongly a school means it, the card tells afterwards (docs/decisions/0021-four-sources-towards-each-actor.md).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from course.norms.model import Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

PILES = (Verdict.MAY, Verdict.ASK_FIRST, Verdict.NOT)
"""Where an item of a sort question can lie."""

PILE_OF: Mapping[Verdict, Verdict] = {Verdict.MUST: Verdict.MAY, Verdict.RATHER_NOT: Verdict.NOT}
"""Under which pile a verdict lies that has none of its own name."""

NAMES: Mapping[str, Verdict] = {
    **{one: one for one in Verdict},
    "fine": Verdict.MAY,
    "not-fine": Verdict.NOT,
}
"""What an answer means: also one that was given while there were four verdicts, and is kept."""


def pile_of(verdict: Verdict) -> Verdict:
    """Tell under which pile an act of this verdict lies; `OPEN` lies under none but its own name."""
    return PILE_OF.get(verdict, verdict)
