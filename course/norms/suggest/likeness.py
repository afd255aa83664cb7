"""How like a text is to each of many: BM25 over weighed words, and the angle between runs of letters."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SATURATION, LENGTH = 1.2, 0.4
"""BM25's k1 and b: how soon a repeated word stops to count, and how much a long text is held against it."""
MOST_OF_ONE = 1.5
"""A word that a question says often counts no more than this."""
UNKNOWN = 0.5
"""How much runs that no text has weigh in the length of a question."""


class Bm25:
    """Texts by the words that they share with a question; the best that a text could do is one."""

    __slots__ = ("_places", "_rarest", "_rarity")

    def __init__(self, texts: Sequence[Mapping[str, float]]) -> None:
        """Count once."""
        lengths = [sum(text.values()) for text in texts]
        usual = sum(lengths) / len(lengths) if lengths else 1.0
        places: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, (text, length) in enumerate(zip(texts, lengths, strict=True)):
            held = SATURATION * (1 - LENGTH + LENGTH * length / usual) if usual else SATURATION
            for word, weight in text.items():
                places[word].append((place, weight * (SATURATION + 1) / (weight + held)))
        count = len(texts)
        self._places = dict(places)
        self._rarest = math.log(1 + count)
        self._rarity = {
            word: math.log(1 + (count - len(found) + 0.5) / (len(found) + 0.5))
            for word, found in places.items()
        }

    def likeness(self, question: Mapping[str, float]) -> Mapping[int, float]:
        """Give how like each text is, by place; those that share nothing are left out."""
        found: defaultdict[int, float] = defaultdict(float)
        best = 0.0
        for word, weight in question.items():
            rarity = self._rarity.get(word, self._rarest) * min(weight, MOST_OF_ONE)
            best += rarity
            for place, share in self._places.get(word, ()):
                found[place] += rarity * share
        return {place: share / best for place, share in found.items()} if best else {}


class Angle:
    """Texts by the runs of letters that they share with a question: what stemming misses, and slips of the pen."""

    __slots__ = ("_places", "_rarest", "_rarity")

    def __init__(self, texts: Sequence[Mapping[str, float]]) -> None:
        """Count once."""
        held: defaultdict[str, int] = defaultdict(int)
        for text in texts:
            for run in text:
                held[run] += 1
        count = len(texts)
        self._rarest = math.log(1 + count)
        self._rarity = {run: math.log(1 + count / times) for run, times in held.items()}
        places: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, text in enumerate(texts):
            weighed = {run: (1 + math.log(times)) * self._rarity[run] for run, times in text.items()}
            length = math.hypot(*weighed.values()) or 1.0
            for run, weight in weighed.items():
                places[run].append((place, weight / length))
        self._places = dict(places)

    def likeness(self, question: Mapping[str, float]) -> Mapping[int, float]:
        """Give how like each text is, by place; those that share nothing are left out."""
        found: defaultdict[int, float] = defaultdict(float)
        weights: list[float] = []
        for run, times in question.items():
            weight = (1 + math.log(times)) * self._rarity.get(run, UNKNOWN * self._rarest)
            weights.append(weight)
            for place, share in self._places.get(run, ()):
                found[place] += weight * share
        length = math.hypot(*weights) or 1.0
        return {place: share / length for place, share in found.items()}
