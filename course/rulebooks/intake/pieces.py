"""A text in pieces, each an article to be or a heading, and how pieces are joined and split: no word is lost or doubled.

A piece holds the very signs of the document, so all pieces in their order are the text, whatever is done to them.
What is told of a piece besides (its number, its heading, whom it may address) is a proposal.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from course.rulebooks.intake.lines import NOWHERE, begins_point, goes_on, is_heading, lines_of, width_of
from course.rulebooks.intake.markers import NONE, marker_of
from course.rulebooks.intake.model import Piece, PieceKind
from course.rulebooks.intake.sentences import sentence_starts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from course.rulebooks.intake.lines import Line

WORD = re.compile(r"\w")
INSIDE = re.compile(r"\w\w")
PARAGRAPH_END = re.compile(r"\n[ \t\r]*\n\s*$")


def divide(text: str) -> tuple[Piece, ...]:
    """Part a text into headings and articles, sentence by sentence; a text without a word has no pieces."""
    cuts = _with_words(text, dict(_cuts(text)))
    starts = sorted(cuts)
    pieces: list[Piece] = []
    heading = given = ""
    for start, end in pairwise([*starts, len(text)]):
        kind, number = cuts[start]
        piece = Piece(text[start:end], kind)
        if kind is PieceKind.HEADING:
            heading, given = piece.words, number
            pieces.append(replace(piece, number=number))
        else:
            pieces.append(replace(piece, number=number or given, heading=heading))
    return tuple(pieces)


def join(first: Piece, second: Piece) -> Piece:
    """Make one article of two that follow each other; it goes by the number of the first that has one."""
    number = first.number or second.number
    return Piece(first.raw + second.raw, PieceKind.ARTICLE, number, first.heading or second.heading)


def split(piece: Piece, at: int) -> tuple[Piece, ...]:
    """Part a piece at an offset in its `raw`, before the word that stands there; one that would be empty is not made.

    What begins with a number has it; what goes on in the same paragraph shares that of the first.
    """
    cut = _before_word(piece.raw, at)
    before, after = piece.raw[:cut], piece.raw[cut:]
    if not (WORD.search(before) and WORD.search(after)):
        return (piece,)
    marker = marker_of(after) if "\n" in before[len(before.rstrip()) :] else NONE
    same = marker is NONE and not PARAGRAPH_END.search(before)
    return replace(piece, raw=before), replace(
        piece, raw=after, number=piece.number if same else marker.number
    )


def splits_of(piece: Piece) -> tuple[int, ...]:
    """Give the offsets at which a reader may want to split a piece: at its sentences and its paragraphs."""
    said = [found.start() for found in WORD.finditer(piece.raw)]
    breaks = {one.end() for one in re.finditer(r"\n\s*", piece.raw)}
    return tuple(
        sorted(one for one in {*sentence_starts(piece.raw), *breaks} if said and said[0] < one <= said[-1])
    )


def joined(pieces: Sequence[Piece], place: int) -> tuple[Piece, ...]:
    """Join the piece at a place with the next; where there are no two, nothing changes."""
    if not 0 <= place < len(pieces) - 1:
        return tuple(pieces)
    return (*pieces[:place], join(pieces[place], pieces[place + 1]), *pieces[place + 2 :])


def parted(pieces: Sequence[Piece], place: int, at: int) -> tuple[Piece, ...]:
    """Split the piece at a place; where there is none, nothing changes."""
    if not 0 <= place < len(pieces):
        return tuple(pieces)
    return (*pieces[:place], *split(pieces[place], at), *pieces[place + 1 :])


def turned(pieces: Sequence[Piece], place: int) -> tuple[Piece, ...]:
    """Make a heading of the article at a place, or an article of the heading; what is below gets its heading anew."""
    if not 0 <= place < len(pieces):
        return tuple(pieces)
    piece = pieces[place]
    now = PieceKind.ARTICLE if piece.kind is PieceKind.HEADING else PieceKind.HEADING
    heading = next((one.words for one in reversed(pieces[:place]) if one.kind is PieceKind.HEADING), "")
    turned_one = replace(piece, kind=now, heading=heading if now is PieceKind.ARTICLE else "")
    under = turned_one.words if now is PieceKind.HEADING else heading
    below: list[Piece] = []
    for one in pieces[place + 1 :]:
        if one.kind is PieceKind.HEADING:
            break
        below.append(replace(one, heading=under))
    return (*pieces[:place], turned_one, *below, *pieces[place + 1 + len(below) :])


def _cuts(text: str) -> Iterator[tuple[int, tuple[PieceKind, str]]]:
    """Give where each piece begins, what it is, and its number."""
    for kind, number, start, end in _blocks(lines_of(text)):
        yield start, (kind, number)
        if kind is PieceKind.ARTICLE:
            skipped = marker_of(text[start:end]).length
            for one in (
                ()
                if "\t" in text[start + skipped : end].strip()
                else sentence_starts(text[start + skipped : end])
            ):
                yield start + skipped + one, (kind, number)


def _blocks(lines: Sequence[Line]) -> Iterator[tuple[PieceKind, str, int, int]]:
    """Give headings and points as kind, number, and from where to where; a paragraph is a point without number."""
    width = width_of(lines)
    said = [line for line in lines if not line.is_blank]
    starts: list[tuple[PieceKind, str, int]] = []
    listed, open_point = "", False
    for place, line in enumerate(said):
        before = _above(said, place)
        after, beyond = _below(said, place)
        if is_heading(line, before, after, beyond):
            starts.append((PieceKind.HEADING, _given(line), line.start))
            open_point = False
        elif begins_point(line, before, listed):
            starts.append((PieceKind.ARTICLE, line.marker.number, line.start))
            listed, open_point = line.marker.number or listed, True
        elif not (open_point and (goes_on(line, before, width) or _mid_sentence(line, said[place - 1]))):
            starts.append((PieceKind.ARTICLE, "", line.start))
            open_point = True
    ends = [one[2] for one in starts[1:]] + [lines[-1].start + len(lines[-1].text)] if starts else []
    for (kind, number, start), end in zip(starts, ends, strict=True):
        yield kind, number, start, end


def _given(line: Line) -> str:
    """Give the number that a heading hands to what stands under it: that of an article, not that of a chapter."""
    return line.marker.number if line.marker.kind in ("article", "dotted") else ""


def _mid_sentence(line: Line, before: Line) -> bool:
    """Whether a line goes on with a sentence that a page break or a picture has parted."""
    return line.text.lstrip()[:1].islower() and not before.is_ended


def _above(said: Sequence[Line], place: int) -> Line:
    """Give the line right above one that says something: a blank one, or the one before it."""
    before = said[place - 1] if place else NOWHERE
    return before if before.start + len(before.text) == said[place].start else NOWHERE


def _below(said: Sequence[Line], place: int) -> tuple[Line, Line]:
    """Give the line right below one that says something, and the next that says something."""
    line, beyond = said[place], said[place + 1] if place + 1 < len(said) else NOWHERE
    return (beyond if line.start + len(line.text) == beyond.start else NOWHERE), beyond


def _with_words(text: str, cuts: dict[int, tuple[PieceKind, str]]) -> dict[int, tuple[PieceKind, str]]:
    """Leave out what would make a piece without a word or part a word, and begin the first piece at the very beginning."""
    if not WORD.search(text):
        return {}
    kept: dict[int, tuple[PieceKind, str]] = {}
    starts = sorted(cuts)
    for start, end in pairwise([*starts, len(text)]):
        if WORD.search(text, start, end) and not (start and INSIDE.match(text, start - 1)):
            kept[0 if not kept else start] = cuts[start]
    return kept or {0: (PieceKind.ARTICLE, "")}


def _before_word(raw: str, at: int) -> int:
    """Move an offset out of a word, to its first sign, and keep it within the text."""
    at = min(max(at, 0), len(raw))
    while at and INSIDE.match(raw, at - 1):
        at -= 1
    return at
