"""A text as the articles that come into a draft: divided, numbered, with a guess of whom each addresses. Pure.

No word is lost on the way: what can't be an article's number or heading stays in its words, what is too long for one
article is parted between words, and a heading with nothing under it becomes an article of its own.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import TYPE_CHECKING

from course.reading.words import Words
from course.rulebooks.drafts.cleaning import LONGEST, MOST, plain
from course.rulebooks.drafts.operations import AddArticles, NewArticle
from course.rulebooks.intake.audience import guess_audience
from course.rulebooks.intake.model import EMPHASIS, Piece, PieceKind
from course.rulebooks.intake.pieces import divide

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST_HEADING = 200
"""Characters; what is longer is no heading but a rule in bold."""


def taken_in(text: str) -> tuple[AddArticles, ...]:
    """Make the edits that put a text into a draft, in the order of the document; none for a text without a word."""
    articles = tuple(_articles(divide(text)))
    return tuple(AddArticles(articles[at : at + MOST]) for at in range(0, len(articles), MOST))


def _articles(pieces: Sequence[Piece]) -> Iterator[NewArticle]:
    heading = ""
    for piece, beyond in zip_longest(pieces, pieces[1:]):
        if piece.kind is PieceKind.HEADING:
            heading = _heading(piece)
            if heading and beyond is not None and beyond.kind is PieceKind.ARTICLE:
                continue
            yield from _article(replace(piece, number=""), "")
        else:
            yield from _article(piece, heading)


def _heading(piece: Piece) -> str:
    """Give a heading as the document has it, number and all; empty for what is too long to be one."""
    words = plain(" ".join(piece.raw.split())).strip(EMPHASIS)
    return words if len(words) <= LONGEST_HEADING else ""


def _article(piece: Piece, heading: str) -> Iterator[NewArticle]:
    number, original = plain(piece.number), plain(piece.raw)
    kept = number if len(number) <= LONGEST["number"] else ""
    is_heading = piece.kind is PieceKind.HEADING
    whole = " ".join(piece.raw.split()) if is_heading or kept != number else piece.words
    for part in _parts(plain(whole) or original, LONGEST["nl"]):
        yield NewArticle(
            words=Words(part, ""),
            original=original if len(original) <= LONGEST["original"] else part,
            number=kept,
            heading=Words(heading, "") if heading else None,
            audience=guess_audience(part, heading),
        )


def _parts(words: str, longest: int) -> Iterator[str]:
    """Part what is too long for one article, at a space where there is one."""
    while len(words) > longest:
        at = words.rfind(" ", 1, longest) if " " in words[1:longest] else longest
        yield words[:at].strip()
        words = words[at:].strip()
    if words:
        yield words
