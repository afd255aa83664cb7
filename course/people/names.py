"""How a pupil is called: the first name, and only on a clash as much of the surname as tells them apart."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from course.naming import PARTICLES, look_of, plain_name

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence


def display_names(full: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Name each (first name, surname) of one group uniquely, in the order given.

    "Sam", or "Sam J." when there are two, or "Sam Ja." when the initials clash too; Sam van den Berg is "Sam B.".
    Who shares the whole name gets a number, for a tile must belong to one child.
    """
    return display_names_in(full, [(range(len(full)), ())])


def display_names_in(
    full: Sequence[tuple[str, str]], groups: Iterable[tuple[Sequence[int], Collection[str]]]
) -> tuple[str, ...]:
    """Name each (first name, surname) uniquely in all of the own groups.

    A group gives the places of its members in `full`, and the names of others whose tiles stand there already. Nobody is
    told longer for the sake of somebody in another group.
    """
    full = [(plain_name(first), plain_name(surname)) for first, surname in full]
    together = [(list(dict.fromkeys(group)), {look_of(name) for name in taken}) for group, taken in groups]
    length = [0] * len(full)
    longest = max((_most(surname) for _, surname in full), default=0)
    for _ in range(longest):
        looks = [look_of(_named(pair, size)) for pair, size in zip(full, length, strict=True)]
        clashing = {at for group, held in together for at in _alike(group, held, looks)}
        if not clashing:
            break
        for at in clashing:
            length[at] = min(length[at] + 1, _most(full[at][1]))
    return _numbered([_named(pair, size) for pair, size in zip(full, length, strict=True)], together)


def _alike(group: Sequence[int], held: Collection[str], looks: Sequence[str]) -> list[int]:
    counts = Counter(looks[at] for at in group)
    return [at for at in group if counts[looks[at]] > 1 or looks[at] in held]


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


def _numbered(names: Sequence[str], groups: Sequence[tuple[Sequence[int], set[str]]]) -> tuple[str, ...]:
    """Number who looks like somebody before in a group; a number that somebody's own name has is passed over."""
    looks = [look_of(name) for name in names]
    doubles = {at for group, held in groups for at in _alike(group, held, looks)}
    told = list(names)
    for at in sorted(doubles):
        own = [(group, held) for group, held in groups if at in group]
        before = {look_of(told[one]) for group, _ in own for one in group if one < at}
        before = before.union(*(held for _, held in own))
        others = {looks[one] for group, _ in own for one in group if one != at}
        number = 1
        while look_of(told[at]) in before or (number > 1 and look_of(told[at]) in others):
            number += 1
            told[at] = f"{names[at]} {number}"
    return tuple(told)
