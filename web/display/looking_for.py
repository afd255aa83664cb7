"""Whether what somebody looks for stands in a text: capitals, accents and apostrophes don't count."""

from __future__ import annotations

import unicodedata

APOSTROPHES = dict.fromkeys(map(ord, "'’‘`´"))


def every_word_in(text: str, words: str) -> bool:
    """Whether every word that is looked for stands in a text; "fotos" and "foto's" both find "foto’s"."""
    said = _folded(text)
    return all(one in said for one in _folded(words).split())


def _folded(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.translate(APOSTROPHES)).casefold()
    return "".join(sign for sign in apart if not unicodedata.combining(sign))
