"""Sentences and their words in rendered text, and how long they may be for readers of a band."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

LIMITS: Mapping[str, tuple[int, int]] = {
    "po-3-4": (8, 12),
    "po-5-6": (9, 15),
    "po-7-8": (12, 18),
    "vo-1-2": (14, 22),
    "vo-3-4": (17, 28),
    "staff": (17, 28),
    "parents": (14, 22),
}
"""Words per sentence: the mean of a lesson, and the most in one sentence; youngest first."""

_BLOCK_END = re.compile(r"</(?:p|li|blockquote)>|<br />")
_TAG = re.compile(r"<[^>]+>")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+")
_WORD = re.compile(r"\S*\w\S*")
_LETTERS = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_FOREIGN = re.compile(r"<span lang=[^>]*>.*?</span>")


def sentences(text: str) -> Iterator[str]:
    """Give the sentences of rendered HTML or plain text; what ends a block ends a sentence."""
    for block in _BLOCK_END.split(text):
        plain = html.unescape(_TAG.sub("", block)).strip()
        yield from (one for one in _SENTENCE_END.split(plain) if _WORD.search(one))


def length(sentence: str) -> int:
    """Count the words of a sentence; an emoji or a dash is none."""
    return len(_WORD.findall(sentence))


def words(sentence: str) -> tuple[str, ...]:
    """Give the words of a sentence without what stands around them; numbers, emojis and dashes are none."""
    return tuple(_LETTERS.findall(sentence))


def without_foreign(text: str) -> str:
    """Leave out of rendered HTML what is marked as another language."""
    return _FOREIGN.sub("", text)


def limits_of(bands: Collection[str]) -> tuple[str, int, int] | None:
    """Give the youngest of some bands with its mean and its most; None where none is known."""
    return next(((band, *both) for band, both in LIMITS.items() if band in bands), None)
