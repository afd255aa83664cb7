"""The exact chance of so many hits by whoever marks options without knowing which are right.

In each decision `marked` of `options` are marked, and `right` of them are right: how many of the marked ones are right is
hypergeometric, and with one mark a Bernoulli trial. Decisions are independent, so the sum is their convolution; with one
mark each it is the Poisson-binomial distribution. Hundreds of decisions take milliseconds, so nothing is approximated.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import comb
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class Trial:
    """One decision: how many options it has, how many are right, and how many are marked."""

    options: int
    right: int
    marked: int

    @property
    def expected(self) -> float:
        """How many of the marked ones are right by chance."""
        return self.marked * self.right / self.options


def chances(trials: Iterable[Trial]) -> list[float]:
    """Give the chance of 0, 1, 2, … hits over all trials together."""
    whole = [1.0]
    for one in trials:
        whole = _convolved(whole, _of_one(one))
    return whole


def p_value(trials: Sequence[Trial], hits: int) -> float:
    """Tell how likely so many hits, or so few, are by chance: twice the smaller tail, and 1 at most."""
    spread = chances(trials)
    low, high = sum(spread[: hits + 1]), sum(spread[hits:])
    return min(1.0, 2 * min(low, high))


def _of_one(trial: Trial) -> list[float]:
    ways = comb(trial.options, trial.marked)
    rest = trial.options - trial.right
    return [
        comb(trial.right, hits) * comb(rest, trial.marked - hits) / ways for hits in range(trial.marked + 1)
    ]


def _convolved(one: Sequence[float], other: Sequence[float]) -> list[float]:
    made = [0.0] * (len(one) + len(other) - 1)
    for at, chance in enumerate(one):
        for further, more in enumerate(other):
            made[at + further] += chance * more
    return made
