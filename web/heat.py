"""The cells of a heat-map, made ready in Python: four hundred groups would be slow through a macro each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask_babel import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.reports.views import Completion

WHOLE = 100
SURFACE = 5
"""How high the waves of a half-filled jar go."""


@dataclass(frozen=True, slots=True)
class Heat:
    """One cell: how many of how many, and the filling of the jar."""

    done: int
    of: str
    """"of 25", in the reader's language."""
    filling: str
    """The path of the filling; empty for an empty jar."""
    hidden: bool
    """Too few to be shown."""


HIDDEN = Heat(0, "", "", hidden=True)


def heat_row(cells: Iterable[Completion | None], words: dict[int, str]) -> tuple[Heat | None, ...]:
    """Make the cells of one row; None where there is nothing to count. `words` keeps "of 25" between rows."""
    return tuple(_heat(one, words) if one is not None and one.learners else None for one in cells)


def _heat(completion: Completion, words: dict[int, str]) -> Heat:
    done, total = completion.completed.value, completion.learners
    if done is None:
        return HIDDEN
    if total not in words:
        words[total] = _("of %(total)s", total=total)
    return Heat(done, words[total], _filling(done, total), hidden=False)


def _filling(done: int, total: int) -> str:
    if not done:
        return ""
    level = WHOLE - round(WHOLE * done / total)
    return f"M0 {level}q25 {-SURFACE if done < total else 0} 50 0t50 0V{WHOLE}H0Z"
