"""Which words readers of a band meet often, by a list of Dutch words in the order of how often they are used.

The list and its licence are in `frequent/`. Dutch puts words together and bends them: a word is no rarer than what it is
made of.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FILE = Path(__file__).parent / "frequent/nl.txt"

KNOWN: Mapping[str, int] = {
    "po-3-4": 7_000,
    "po-5-6": 10_000,
    "po-7-8": 15_000,
    "vo-1-2": 20_000,
    "vo-3-4": 30_000,
    "staff": 30_000,
    "parents": 20_000,
}
"""How many of the most frequent words readers of a band are taken to know: a rule of thumb, to find what to look at."""

ENDINGS = (
    "e",
    "en",
    "s",
    "t",
    "je",
    "jes",
    "tje",
    "tjes",
    "te",
    "ten",
    "de",
    "den",
    "er",
    "ers",
    "ste",
    "'s",
    "’s",
)
LINKS = ("", "s", "e", "en", "-")
SHORTEST = 3
"""Letters of what a word is put together from."""


@cache
def ranks() -> Mapping[str, int]:
    """Give the place of every word in the list, from 0; read once."""
    words = FILE.read_text(encoding="utf-8").split()
    return {word: rank for rank, word in enumerate(words)}


def is_rare(word: str, band: str) -> bool:
    """Whether readers of a band seldom meet a word; one with a capital inside a sentence is a name, and not asked here."""
    written = word.lower().replace("’", "'")
    return not any(_is_known(one, KNOWN[band]) for one in (written, _without_stress(written)))


def _without_stress(word: str) -> str:
    """Take away the accents that tell which word is meant: `zíjn` is `zijn`."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", word).replace("\u0301", ""))


def _is_known(word: str, most: int) -> bool:
    """Whether a word, what it is bent from, or both that it is put together from, are among the most frequent."""
    if any(_is_frequent(one, most) for one in _stems(word)):
        return True
    return any(
        _is_frequent(word[:cut], most) and any(_is_frequent(one, most) for one in _stems(rest))
        for cut in range(SHORTEST, len(word) - SHORTEST + 1)
        for rest in _rests(word[cut:])
    )


def _is_frequent(word: str, most: int) -> bool:
    return ranks().get(word, most) < most


def _rests(end: str) -> Iterator[str]:
    """Give what may follow the first part of a word, without the letters that join the two."""
    return (end.removeprefix(link) for link in LINKS if len(end) - len(link) >= SHORTEST)


def _stems(word: str) -> Iterator[str]:
    """Give a word and what it may be bent from: `klikte` from `klik`, `bomen` from `boom`, `gezoend` from `zoen`."""
    yield word
    bare = [word.removesuffix(end) for end in ENDINGS if word.endswith(end)]
    if word.startswith("ge"):
        bare += [word[2:], *(one.removeprefix("ge") for one in bare)]
    for stem in (one for one in bare if len(one) >= SHORTEST):
        yield stem
        yield f"{stem}en"
        yield f"{stem[:-1]}{stem[-2:]}" if stem[-2] in "aeou" else stem
        yield stem[:-1] if stem[-1] == stem[-2] else stem
