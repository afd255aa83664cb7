"""Counts that name nobody.

Completion of a group of five or more is shown as it is: that 23 of 25 are done names no child, and it is what
the page is for. Of a group of fewer than five every count is suppressed, zero included. Who is stuck stays
with the teacher, and what was chosen first is told in words: see docs/decisions/0007 and 0008.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from course.people.access import FEWEST


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people, or the fact that it is too small to be shown."""

    value: int | None
    suppressed: bool = False


SUPPRESSED = Count(None, suppressed=True)


_NUMBERS = tuple(Count(number) for number in range(100))


def count(value: int) -> Count:
    """Give a count that may be shown; the small ones are made once, for a school's page shows a thousand."""
    return _NUMBERS[value] if 0 <= value < len(_NUMBERS) else Count(value)


def of_all(value: int, learners: int) -> Count:
    """Count among all learners of a group; suppressed when the whole group is too small."""
    return SUPPRESSED if 0 < learners < FEWEST else count(value)


def percent(part: int, whole: int) -> int | None:
    """Give a part in percent, rounded down, so that 100 means everybody; None of nobody."""
    return part * 100 // whole if whole else None


class Share(StrEnum):
    """How large a part of the deciders made one choice, in words only.

    The bounds lie where nobody and one of five share a word, and four and all five too: no word tells that a choice
    was made by nobody or by everybody, which would name the whole class.
    """

    FEW = "few"
    """A fifth at most."""
    SOME = "some"
    HALF = "half"
    """From two to three fifths."""
    MOST = "most"


def share(part: int, whole: int) -> Share | None:
    """Tell a part in words; None when fewer than five learners decided."""
    if whole < FEWEST:
        return None
    if part * 5 <= whole:
        return Share.FEW
    if part * 5 < whole * 2:
        return Share.SOME
    return Share.HALF if part * 5 <= whole * 3 else Share.MOST
