"""How an option goes by its own words, so that it keeps its name wherever it stands."""

from __future__ import annotations

import hashlib
import unicodedata

_LONG_ENOUGH = 12


def name_of(words: str) -> str:
    """Name an option by its words without capitals and punctuation: a mended comma makes no other option.

    Where there is nothing but punctuation, it is the punctuation that tells options apart.
    """
    plain = unicodedata.normalize("NFKC", words).casefold()
    letters = "".join(" " if unicodedata.category(one)[0] in "PZ" else one for one in plain)
    told = " ".join(letters.split()) or plain
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:_LONG_ENOUGH]
