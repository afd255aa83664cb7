"""How a scene is laid out on a page: what is told first, what is on the phone, what stands beside the choices."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from course.library.model import LOCALE
from course.scenario.model import Compose, Narration, Picture, Spots, TimeJump

if TYPE_CHECKING:
    from flask import Flask

    from course.scenario.model import CastMember, Piece

TOLD = (Narration, Picture, TimeJump, Spots)
TINTS = 5
CLOCK = re.compile(r"\b(?:[01]?\d|2[0-3]):[0-5]\d\b")


@dataclass(frozen=True, slots=True)
class Placed:
    """One piece with the name of the macro's branch that draws it."""

    kind: str
    it: Any

    def tint(self, who: CastMember) -> int:
        """The colour of a sender without a picture; the same person keeps the same one."""
        return zlib.crc32(who.key.encode()) % TINTS


@dataclass(frozen=True, slots=True)
class Arranged:
    """The pieces of a scene in three places: told before the phone, on phones, and told after."""

    before: tuple[Placed, ...]
    phones: tuple[Placed, ...]
    after: tuple[Placed, ...]
    clock: str
    """What the phones tell: the time that the story gives, "" where it gives none; never the reader's own."""


def arranged(content: tuple[Piece, ...], title: str = "") -> Arranged:
    """Lay a scene out: everything is told before the phone until the first piece on it, the rest beside the choices.

    A time that only repeats the title of its scene is told once; a message to complete stands among the choices.
    """
    pieces = [
        piece
        for piece in content
        if not isinstance(piece, Compose) and not (isinstance(piece, TimeJump) and piece.name == title)
    ]
    placed = [Placed(piece.kind, piece) for piece in pieces]
    told = [isinstance(piece, TOLD) for piece in pieces]
    first = told.index(False) if False in told else 0
    spoken = (CLOCK.search(_spoken(piece)) for piece in pieces)
    return Arranged(
        before=tuple(placed[:first]),
        phones=tuple(one for one, is_told in zip(placed, told, strict=True) if not is_told),
        after=tuple(one for one, is_told in zip(placed[first:], told[first:], strict=True) if is_told),
        clock=next((found[0] for found in spoken if found), ""),
    )


def _spoken(piece: Piece) -> str:
    """The words of a teller in which a time may stand."""
    match piece:
        case TimeJump(name=words) | Narration(html=words):
            return words
        case _:
            return ""


def install(app: Flask) -> None:
    """Give templates the filter, and the language of content that has one only."""
    app.jinja_env.filters["arranged"] = arranged
    app.jinja_env.globals["content_language"] = LOCALE
