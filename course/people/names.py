"""How a pupil is called: the first name, and only on a clash as much of the surname as tells them apart."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


SMALL_WORDS = frozenset({
    "van", "von", "de", "den", "der", "het", "'t", "’t", "'s", "’s", "te", "ten", "ter", "in", "op", "aan", "bij", "uit",
    "el", "al", "la", "le", "les", "da", "das", "di", "do", "dos", "du",
})  # fmt: skip
"""Words before a surname under which nobody looks a name up, so that no initial is taken from them."""


def display_names(full: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Name each (first name, surname) of one group uniquely, in the order given.

    "Sam", or "Sam J." when there are two, or "Sam Ja." when the initials clash too; Sam van den Berg is "Sam B.".
    Who shares the whole name gets a number, for a tile must belong to one child.
    """
    length = [0] * len(full)
    longest = max((_most(surname) for _, surname in full), default=0)
    for _ in range(longest):
        counts = Counter(_key(_named(pair, size)) for pair, size in zip(full, length, strict=True))
        clashing = [at for at, pair in enumerate(full) if counts[_key(_named(pair, length[at]))] > 1]
        if not clashing:
            break
        for at in clashing:
            length[at] = min(length[at] + 1, _most(full[at][1]))
    return _numbered([_named(pair, size) for pair, size in zip(full, length, strict=True)])


def _named(pair: tuple[str, str], size: int) -> str:
    first, surname = pair
    if size == 0:
        return first
    proper = _proper(surname)
    if size > len(proper):
        return f"{first} {surname}"
    return f"{first} {proper[:size]}{'.' if size < len(proper) else ''}"


def _proper(surname: str) -> str:
    """Leave out the small words in front, unless there is nothing else."""
    word, _, rest = surname.partition(" ")
    return _proper(rest) if rest and word.casefold() in SMALL_WORDS else surname


def _most(surname: str) -> int:
    """Count the steps in which a surname can be told: letter by letter, and at last with its small words."""
    proper = _proper(surname)
    return len(proper) + (proper != surname)


def _numbered(names: Sequence[str]) -> tuple[str, ...]:
    seen: Counter[str] = Counter()
    numbered = []
    for name in names:
        seen[_key(name)] += 1
        numbered.append(name if seen[_key(name)] == 1 else f"{name} {seen[_key(name)]}")
    return tuple(numbered)


def _key(name: str) -> str:
    return name.casefold().rstrip(".")
