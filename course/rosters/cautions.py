"""What somebody has to look at twice before a roster is written."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from course.rosters.difference import Change

if TYPE_CHECKING:
    from course.rosters.difference import Difference
    from course.rosters.model import Roster

FEWEST = 5
"""Who goes is told anyway; so few ask for no extra yes."""


class Caution(StrEnum):
    """A reason to look twice."""

    MOST_GONE = "most-gone"
    """More than half of the pupils would be taken out: a file that was cut off, or of a part of the school."""
    OTHER_SCHOOL = "other-school"
    """The file names another school than the one before."""


def cautions(roster: Roster, found: Difference, school_key: str) -> tuple[Caution, ...]:
    """Give the reasons to look twice; `school_key` is how the file before named the school."""
    gone = len(found.gone_pupils)
    stay = sum(one.change not in {Change.NEW, Change.BACK} for one in found.pupils)
    told = []
    if gone >= FEWEST and gone > stay:
        told.append(Caution.MOST_GONE)
    if school_key and roster.school.key and roster.school.key != school_key:
        told.append(Caution.OTHER_SCHOOL)
    return tuple(told)
