"""Four words for older pupils, in place of pictures: the list they are drawn from, and how they are typed.

The list is our own: short Dutch words that everybody knows. Each is told from all others by its first four letters, no two
sound alike, and a slip of one letter makes no other word of the list, so that whoever errs is told so and loses no try.
"""

from __future__ import annotations

import functools
import hmac
import secrets
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

CHOSEN = 4
"""In any order: more than 2^35 sets of them."""
ENOUGH = 4
"""Letters after which a word is known: the rest need not be typed."""
LONGEST = 40
"""Characters that are read of what somebody typed in one field."""


@functools.cache
def word_list() -> tuple[str, ...]:
    """Read the words, in the order of the alphabet."""
    return tuple((Path(__file__).parent / "nl.txt").read_text(encoding="utf-8").split())


def draw_words(by: bytes = b"", person_id: int = 0) -> tuple[str, ...]:
    """Draw four different words, by chance or `by` the secret of one drawing, as pictures are drawn."""
    drawing = hmac.digest(by or secrets.token_bytes(32), f"words {person_id}".encode(), "sha256")
    number, left = int.from_bytes(drawing), [*word_list()]
    drawn = []
    for _ in range(CHOSEN):
        number, place = divmod(number, len(left))
        drawn.append(left.pop(place))
    return tuple(sorted(drawn))


def plain_word(typed: str) -> str:
    """Forgive capitals, accents, spaces and signs."""
    letters = unicodedata.normalize("NFKD", typed[:LONGEST]).lower()
    return "".join(one for one in letters if "a" <= one <= "z")


def read_word(typed: str) -> str | None:
    """Give the word of the list that was meant: typed in full, or its first letters; None for any other."""
    plain = plain_word(typed)
    found = _by_beginning().get(plain[:ENOUGH])
    return found if found is not None and found.startswith(plain) else None


def read_words(typed: Sequence[str]) -> tuple[str, ...] | None:
    """Give the four words that were meant; None where one is no word of the list, is lacking or stands there twice."""
    words = {word for one in typed if (word := read_word(one))}
    return tuple(sorted(words)) if len(typed) == len(words) == CHOSEN else None


@functools.cache
def _by_beginning() -> Mapping[str, str]:
    return {word[:ENOUGH]: word for word in word_list()}
