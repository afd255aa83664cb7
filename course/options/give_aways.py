"""What the words of an option give away, though they should not: rules that a guesser might go by, and how far they lead.

A rule marks options by their words or their place. Were the right ones spread by chance, the marked ones would be right
as often as any; how far they are from that, and how likely it is by chance, is an exact figure (see `exact`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from course.options.decision import TICKED
from course.options.exact import Trial, p_value

if TYPE_CHECKING:
    from course.options.decision import Decision

Marks = Callable[["Decision"], frozenset[int]]

EXCUSE = re.compile(r"[:,;–]\s+\S")
LIMITS = re.compile(r"\b(t[oó]ch|alleen|maar)\b", re.IGNORECASE)
ABSOLUTE = re.compile(
    r"\b(altijd|nooit|niemand|iedereen|niets|niks|alles|allemaal|geen|helemaal|nergens|overal|meteen|elke?)\b",
    re.IGNORECASE,
)
ASKING = re.compile(
    r"\b(vraagt?|vragen|vroeg|belt?|bellen|overleg\w*|voorleg\w*|praat|praten|appen?|appt)\b|\bleg\w*\b.*\bvoor\b",
    re.IGNORECASE,
)
LOUD = re.compile("!")
MODEST = re.compile(
    r"\b(even|eerst|misschien|liever|rustig|samen|wachten|wacht|kort|weet je niet|ik denk|nadenken|soms)\b",
    re.IGNORECASE,
)


def _matching(pattern: re.Pattern[str]) -> Marks:
    return lambda one: frozenset(at for at, text in enumerate(one.options) if pattern.search(text))


def _extreme(sign: int) -> Marks:
    """Mark the one longest, or the one shortest; among equals none."""

    def marks(one: Decision) -> frozenset[int]:
        lengths = [sign * len(text) for text in one.options]
        most = max(lengths)
        return frozenset([lengths.index(most)]) if lengths.count(most) == 1 else frozenset()

    return marks


def _at_place(from_end: int) -> Marks:
    """Mark what stands first, or last, where options keep their order; elsewhere they are shuffled."""

    def marks(one: Decision) -> frozenset[int]:
        place = from_end % len(one.options)
        return frozenset([one.written.index(place)]) if one.in_order else frozenset()

    return marks


RULES: dict[str, Marks] = {
    "longest": _extreme(1),
    "shortest": _extreme(-1),
    "excuse": _matching(EXCUSE),
    "toch-alleen-maar": _matching(LIMITS),
    "absolute": _matching(ABSOLUTE),
    "asking": _matching(ASKING),
    "first": _at_place(0),
    "last": _at_place(-1),
    "exclamation": _matching(LOUD),
    "modest": _matching(MODEST),
}
"""Each rule by the name that a report gives it."""


@dataclass(frozen=True, slots=True)
class GiveAway:
    """How one rule does under one protocol."""

    rule: str
    protocol: str
    marked: int
    right: int
    """Of the marked ones."""
    expected: float
    """So many of them by chance."""
    p: float
    """How likely so many, or so few, are by chance."""
    gain: float
    """By how many points in a hundred who goes by the rule, or against it, hits more often than who guesses."""


def give_away(name: str, asked: Sequence[Decision], protocol: str) -> GiveAway:
    """Hold one rule against all decisions in which something is right under this protocol and something not."""
    trials: list[Trial] = []
    hits, by_rule, against, blind = 0, 0.0, 0.0, 0.0
    open_ones = [one for one in asked if _tells(one, protocol)]
    for one in open_ones:
        right, marked, total = one.right(protocol), RULES[name](one), len(one.options)
        chance = len(right) / total
        rest = frozenset(range(total)) - marked
        blind += chance
        by_rule += len(marked & right) / len(marked) if marked and rest else chance
        against += len(rest & right) / len(rest) if marked and rest else chance
        if marked and rest:
            trials.append(Trial(total, len(right), len(marked)))
            hits += len(marked & right)
    gain = 100 * (max(by_rule, against) - blind) / len(open_ones) if open_ones else 0.0
    expected = sum(one.expected for one in trials)
    return GiveAway(
        name, protocol, sum(one.marked for one in trials), hits, expected, p_value(trials, hits), gain
    )


def give_aways(asked: Sequence[Decision], protocols: Iterable[str]) -> tuple[GiveAway, ...]:
    """Give for every rule how it does under the protocol where it goes best."""
    schools = list(protocols)
    return tuple(
        max((give_away(name, asked, one) for one in schools), key=lambda one: (one.gain, -one.p))
        for name in RULES
        if schools
    )


@dataclass(frozen=True, slots=True)
class Asking:
    """How often asking somebody is an option, and how often it is wrong or not enough."""

    offered: int
    in_vain: int

    @property
    def share(self) -> float:
        """The part in which asking is wrong or not enough."""
        return self.in_vain / self.offered if self.offered else 0.0


def asking(asked: Sequence[Decision], protocol: str) -> Asking:
    """Count the decisions that offer to ask, and those of them in which some asking is not right."""
    marked = [(one, RULES["asking"](one)) for one in asked if _tells(one, protocol)]
    offered = [(one, marks) for one, marks in marked if marks]
    return Asking(len(offered), sum(not marks <= one.right(protocol) for one, marks in offered))


def _tells(one: Decision, protocol: str) -> bool:
    """Whether options are ticked here, and some are right and others not."""
    return one.kind in TICKED and 0 < len(one.right(protocol)) < len(one.options)
