"""Counts that name nobody.

Completion of a group of five or more is shown as it is: that 23 of 25 are done names no child, and it is what
the page is for. Two things are more private. Being stuck: a small cell is suppressed, and so is the busy one
beside it, for the two add up to what begun and completed tell. And what was chosen: see `tenths`. Of a group
of fewer than five every count is suppressed, zero included.
"""

from __future__ import annotations

from dataclasses import dataclass

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


def split(busy: int, stuck: int, learners: int) -> tuple[Count, Count]:
    """Count the busy and the stuck, whose sum is known: both, or neither when one could name a child."""
    small = 0 < busy + stuck < FEWEST or 0 < stuck < FEWEST or (stuck > 0 and 0 < busy < FEWEST)
    if small or 0 < learners < FEWEST:
        return SUPPRESSED, SUPPRESSED
    return count(busy), count(stuck)


def percent(part: int, whole: int) -> int | None:
    """Give a part in percent, rounded down, so that 100 means everybody; None of nobody."""
    return part * 100 // whole if whole else None


def tenths(part: int, whole: int) -> int | None:
    """Tell a share as "of every ten"; None when fewer than five learners decided.

    Exact counts would give a child away to who looks before and after it plays; tenths of five or more mostly
    stay as they were.
    """
    if whole < FEWEST:
        return None
    return (part * 20 + whole) // (2 * whole)
