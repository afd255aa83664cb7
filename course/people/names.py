"""How a pupil is called: the first name, and only on a clash as much of the surname as tells them apart."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from course.naming import PARTICLES, look_of, plain_name

if TYPE_CHECKING:
    from collections.abc import Sequence


def display_names(full: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Name each (first name, surname) of one group uniquely, in the order given.

    "Sam", or "Sam J." when there are two, or "Sam Ja." when the initials clash too; Sam van den Berg is "Sam B.".
    Who shares the whole name gets a number, for a tile must belong to one child.
    """
    full = [(plain_name(first), plain_name(surname)) for first, surname in full]
    length = [0] * len(full)
    longest = max((_most(surname) for _, surname in full), default=0)
    for _ in range(longest):
        counts = Counter(look_of(_named(pair, size)) for pair, size in zip(full, length, strict=True))
        clashing = [at for at, pair in enumerate(full) if counts[look_of(_named(pair, length[at]))] > 1]
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
    return _proper(rest) if rest and word.casefold() in PARTICLES else surname


def _most(surname: str) -> int:
    """Count the steps in which a surname can be told: letter by letter, and at last with its small words."""
    proper = _proper(surname)
    return len(proper) + (proper != surname)


def _numbered(names: Sequence[str]) -> tuple[str, ...]:
    """Number who looks like somebody before; a number that somebody's own name has is passed over."""
    taken, seen = {look_of(name) for name in names}, set[str]()
    numbered = []
    for name in names:
        number, told = 1, name
        while look_of(told) in seen or (number > 1 and look_of(told) in taken):
            number += 1
            told = f"{name} {number}"
        seen.add(look_of(told))
        numbered.append(told)
    return tuple(numbered)
