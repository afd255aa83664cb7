"""What a part of a lesson hangs on: choices made before, what the rules of a school say, and the reader's band.

A condition is tests that all hold; "or" is several blocks. Nothing else is ever asked, so a learner's way is all that a
lesson remembers, and going back in time takes back what was asked of it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from course.norms.decide import VERDICTS
from course.norms.model import Stance, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

StanceOf = Callable[[str], Stance]
"""What decides at a school, by act id."""

Memory = frozenset[str]
"""The choices made before: each by its id, and as `scene/choice`."""


@dataclass(frozen=True, slots=True)
class Chose:
    """One of some choices was made before, or, where it is `negated`, none of them was."""

    names: tuple[str, ...]
    """Ids of choices, in whichever scene, or `scene/choice`."""
    negated: bool = False
    line: int = field(default=1, compare=False)

    def holds(self, memory: Memory) -> bool:
        """Whether somebody who made these choices is meant."""
        return memory.isdisjoint(self.names) is self.negated


@dataclass(frozen=True, slots=True)
class Ruled:
    """The stance that decides on an act is one of some stances, and its verdict one of some verdicts."""

    act: str
    stances: tuple[Stance, ...] = ()
    """Empty for any."""
    verdicts: tuple[Verdict, ...] = ()
    """Empty for any."""
    line: int = field(default=1, compare=False)

    def holds(self, stance: Stance) -> bool:
        """Whether a school with this stance on the act is meant."""
        is_stance = not self.stances or stance in self.stances
        return is_stance and (not self.verdicts or VERDICTS[stance] in self.verdicts)


@dataclass(frozen=True, slots=True)
class InBand:
    """The reader is of one of some bands."""

    bands: tuple[str, ...]
    line: int = field(default=1, compare=False)


Test = Chose | Ruled | InBand
Condition = tuple[Test, ...]
"""All of it holds; empty holds always."""


def remembered(memory: Memory, scene: str, choice: str) -> Memory:
    """Add a choice to what was chosen before."""
    return memory | {choice, f"{scene}/{choice}"}


def holds(condition: Condition, memory: Memory) -> bool:
    """Whether a condition holds for who made these choices; what rules and band say is settled before."""
    return all(one.holds(memory) for one in condition if isinstance(one, Chose))


def asked_of(condition: Condition) -> frozenset[str]:
    """Give the choices that a condition asks about."""
    return frozenset(name for one in condition if isinstance(one, Chose) for name in one.names)


def settled(condition: Condition, stance_of: StanceOf, band: str) -> Condition | None:
    """Give what is left to ask of a learner of a band at one school; None where it can't hold there."""
    if not all(_holds_here(one, stance_of, band) for one in condition):
        return None
    return tuple(one for one in condition if isinstance(one, Chose))


def _holds_here(test: Test, stance_of: StanceOf, band: str) -> bool:
    match test:
        case Chose():
            return True
        case Ruled():
            return test.holds(stance_of(test.act))
        case InBand():
            return band in test.bands


def just_chosen(condition: Condition, scene: str, choice: str) -> Condition | None:
    """Give what is left to ask of who makes this choice next; None where it can't hold after it."""
    made = remembered(frozenset(), scene, choice)
    left: list[Test] = []
    for one in condition:
        if isinstance(one, Chose) and not made.isdisjoint(one.names):
            if one.negated:
                return None
        else:
            left.append(one)
    return tuple(left)


def tests_in(conditions: Iterable[Condition]) -> tuple[Test, ...]:
    """Give every test of some conditions once."""
    return tuple(dict.fromkeys(one for condition in conditions for one in condition))
