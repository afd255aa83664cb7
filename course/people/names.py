"""How a pupil is called: the first name, and only on a clash as much of the surname as tells them apart."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def display_names(full: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Name each (first name, surname) of one group uniquely, in the order given.

    "Sam", or "Sam J." when there are two, or "Sam Ja." when the initials clash too; who shares the whole
    name gets a number, for a tile must belong to one child.
    """
    length = [0] * len(full)
    longest = max((len(surname) for _, surname in full), default=0)
    for _ in range(longest):
        counts = Counter(_key(_named(pair, size)) for pair, size in zip(full, length, strict=True))
        clashing = [at for at, pair in enumerate(full) if counts[_key(_named(pair, length[at]))] > 1]
        if not clashing:
            break
        for at in clashing:
            length[at] = min(length[at] + 1, len(full[at][1]))
    return _numbered([_named(pair, size) for pair, size in zip(full, length, strict=True)])


def _named(pair: tuple[str, str], size: int) -> str:
    first, surname = pair
    if size == 0:
        return first
    return f"{first} {surname[:size]}{'.' if size < len(surname) else ''}"


def _numbered(names: Sequence[str]) -> tuple[str, ...]:
    seen: Counter[str] = Counter()
    numbered = []
    for name in names:
        seen[_key(name)] += 1
        numbered.append(name if seen[_key(name)] == 1 else f"{name} {seen[_key(name)]}")
    return tuple(numbered)


def _key(name: str) -> str:
    return name.casefold().rstrip(".")
