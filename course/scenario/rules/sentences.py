"""Rules about the length of sentences, by the youngest band that a lesson is for."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, assert_never

from course.reading.told import told
from course.scenario.model import (
    Call,
    Chat,
    Compose,
    Mail,
    Narration,
    Notification,
    Picture,
    Piece,
    Post,
    Profile,
    Scene,
    Spots,
    Story,
    TimeJump,
    Voice,
    When,
)
from course.scenario.parts import flat

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from course.scenario.rules.case import Case


LIMITS: Mapping[str, tuple[int, int]] = {
    "po-3-4": (8, 12),
    "po-5-6": (9, 15),
    "po-7-8": (12, 18),
    "vo-1-2": (14, 22),
    "vo-3-4": (17, 28),
    "staff": (17, 28),
}
"""Words per sentence: the mean of a lesson, and the most in one sentence; youngest first."""

_BLOCK_END = re.compile(r"</(?:p|li|blockquote)>|<br />")
_TAG = re.compile(r"<[^>]+>")
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)]*\s+")
_WORD = re.compile(r"\S*\w\S*")


def sentences(text: str) -> Iterator[str]:
    """Give the sentences of rendered HTML or plain text; what ends a block ends a sentence."""
    for block in _BLOCK_END.split(text):
        plain = html.unescape(_TAG.sub("", block)).strip()
        yield from (one for one in _SENTENCE_END.split(plain) if _WORD.search(one))


def length(sentence: str) -> int:
    """Count the words of a sentence; an emoji or a dash is none."""
    return len(_WORD.findall(sentence))


def long_sentence(case: Case) -> None:
    """See that no sentence is longer than the youngest readers can take in."""
    limits = _limits(case)
    if limits is None:
        return
    band, (_, most) = limits
    for line, sentence in _all(case):
        if length(sentence) > most:
            message = told(
                "A sentence of %(length)s words (“%(sentence)s…”); for %(band)s %(most)s is the most.",
                length=length(sentence),
                sentence=sentence[:40],
                band=band,
                most=most,
            )
            case.warning(line, "long-sentence", message, told("Cut it in two."))


def long_sentences(case: Case) -> None:
    """See that the sentences are short enough on the whole."""
    limits = _limits(case)
    counted = [length(sentence) for _, sentence in _all(case)]
    if limits is None or not counted:
        return
    band, (mean, _) = limits
    found = sum(counted) / len(counted)
    if found > mean:
        message = told(
            "The sentences have %(found)s words on average; for %(band)s %(mean)s is the most.",
            found=f"{found:.1f}",
            band=band,
            mean=mean,
        )
        line = case.lesson.key_lines.get("bands", 1)
        case.warning(line, "long-sentences", message, told("Write shorter sentences."))


def _limits(case: Case) -> tuple[str, tuple[int, int]] | None:
    return next(((band, both) for band, both in LIMITS.items() if band in case.lesson.bands), None)


def _all(case: Case) -> Iterator[tuple[int, str]]:
    for part in case.lesson.opening:
        yield from ((part.line, sentence) for sentence in sentences(part.html))
    for scene in case.scenes:
        for line, text in _texts(scene):
            yield from ((line, sentence) for sentence in sentences(text))


def _texts(scene: Scene) -> Iterator[tuple[int, str]]:
    for piece in flat(scene.pieces):
        yield from _texts_of(piece)
    for choice in scene.choices:
        yield choice.line, choice.text
        yield from ((passage.line, passage.html) for passage in choice.passages)


def _texts_of(piece: Piece) -> Iterator[tuple[int, str]]:
    match piece:
        case Chat(messages=messages):
            yield from ((message.line, message.html) for message in messages)
        case Post(html=text, line=line, comments=comments):
            yield line, text
            yield from ((comment.line, comment.html) for comment in comments)
        case Narration() | Voice() | Story() | Notification() | Profile() | Mail() | Call():
            yield piece.line, piece.html
        case Spots(spots=spots):
            yield from ((spot.line, spot.html) for spot in spots)
        case Compose():
            yield from _texts_of_message(piece)
        case Picture() | TimeJump() | When():
            pass
        case _:
            assert_never(piece)


def _texts_of_message(piece: Compose) -> Iterator[tuple[int, str]]:
    for one in piece.pieces:
        if isinstance(one, Narration):
            yield one.line, one.html
        else:
            yield from ((part.line, part.html) for part in one.parts)
