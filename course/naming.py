"""How a person's name is kept, when two of them look alike, and where it sorts. Pure.

Names come from teachers' hands, from spreadsheets and from other systems, which write the same letter in several ways.
"""

from __future__ import annotations

import functools
import unicodedata
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pyuca import Collator

PARTICLES = frozenset({
    "van", "von", "de", "den", "der", "het", "'t", "’t", "'s", "’s", "te", "ten", "ter", "in", "op", "aan", "bij", "uit",
    "el", "al", "la", "le", "les", "da", "das", "di", "do", "dos", "du",
})  # fmt: skip
"""Words before a surname under which nobody looks a name up (in Dutch: tussenvoegsels)."""

LONGEST = 80
"""Characters of a name as it is shown."""
LONGEST_KEY = 1_600
"""Characters of a sort key: at most three levels of four hex digits for each letter of a name and its marks."""

_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs", "Cn"})
_SIGNS = str.maketrans({**dict.fromkeys("’‘ʼʹ′´`", "'"), **dict.fromkeys("‐‑‒–—−", "-")})


class Parts(NamedTuple):
    """A name in the parts by which the Dutch look it up."""

    given: str
    particle: str
    surname: str


def plain_name(typed: str) -> str:
    """Write a name in the one way in which it is kept: composed letters, single spaces, nothing that can't be seen."""
    spaced = "".join(" " if one.isspace() else one for one in unicodedata.normalize("NFC", typed))
    seen = "".join(one for one in spaced if unicodedata.category(one) not in _UNSEEN)
    return " ".join(unicodedata.normalize("NFC", seen).split())


def look_of(name: str) -> str:
    """Give what two names share that a child can't tell apart on a tile.

    Capitals, composed or not, kinds of apostrophe and hyphen, wide letters and a full stop make no difference; marks do,
    for Zoë and Zoe are two names, and look it.
    """
    folded = unicodedata.normalize("NFKC", plain_name(name)).casefold().translate(_SIGNS)
    return " ".join(unicodedata.normalize("NFC", folded).replace(".", " ").split())


def split_name(name: str) -> Parts:
    """Part a full name: the first word is given, small words follow, the rest is the surname."""
    given, _, rest = plain_name(name).partition(" ")
    words = rest.split()
    count = next((at for at, word in enumerate(words) if word.casefold() not in PARTICLES), 0)
    return Parts(given, " ".join(words[:count]), " ".join(words[count:]))


def sort_key(*parts: str) -> str:
    """Give a text that sorts as these parts do one after the other, by the Unicode collation that fits Dutch.

    Hex digits of one width, so that a database's plain comparison of bytes is right. Çiğdem stands at C, Łukasz at L.
    """
    return "0000".join(_hex(_collator().sort_key(part)) for part in parts)[:LONGEST_KEY]


def sort_key_of_staff(parts: Parts) -> str:
    """Sort by surname, as a Dutch list does: Anna de Jong stands at J; who has none sorts by the given name."""
    return sort_key(parts.surname or parts.given, f"{parts.given} {parts.particle}")


def _hex(weights: Sequence[int]) -> str:
    return "".join(f"{one:04x}" for one in weights)


@functools.cache
def _collator() -> Collator:
    """Load the table of weights at the first name that is written: it takes half a second, and reading needs none."""
    from pyuca import Collator

    return Collator()
