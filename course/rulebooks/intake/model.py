"""What is read and made of a document: pieces of it, and why one can't be read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from course.errors import Invalid
from course.rulebooks.intake.markers import marker_of

BROKEN_WORD = re.compile(r"(?<=[^\W\d_])[-\u00ad]\s*\n\s*(?=(?!(?:en|of|tot|als|dan|maar)\b)[^\W\d_A-Z])")
"""A word that a line end parts, as in "publi-" and "ceren"; "foto-" and "en filmopnamen" are two."""
RULED = re.compile(r"^[\s\-_=*~|.]+$", re.MULTILINE)
EMPHASIS = "*_# \t\r\n"


class PieceKind(StrEnum):
    """What a piece is in the document."""

    ARTICLE = "article"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a document in its own signs."""

    raw: str
    """What stands in the document, from the marker to the white space after the last word."""
    kind: PieceKind = PieceKind.ARTICLE
    number: str = ""
    """As the document prints it; parts of one point share its number; "" for none."""
    heading: str = ""
    """The words of the heading that it stands under."""

    @property
    def words(self) -> str:
        """Give the document's own words, on one line, without number, bullet and marks of emphasis."""
        told = self.raw[marker_of(self.raw).length :]
        return " ".join(BROKEN_WORD.sub("", RULED.sub("", told)).split()).strip(EMPHASIS)


class Obstacle(StrEnum):
    """Why a document can't be read; each is a message id that the page words for its reader."""

    UNKNOWN_KIND = "document-unknown-kind"
    """Neither plain text nor Word (.docx) nor PDF."""
    OLD_WORD = "document-old-word"
    """An old .doc, or .rtf: Word opens it, and we don't."""
    MACROS = "document-with-macros"
    """A Word file that brings programs along."""
    TOO_LARGE = "document-too-large"
    """Too many bytes, as sent or once unpacked."""
    TOO_LONG = "document-too-long"
    """Too many pages or signs for rules of a school."""
    ENCRYPTED = "document-encrypted"
    """A password is needed."""
    SCANNED = "document-scanned"
    """Pictures of pages: there is no text in it."""
    EMPTY = "document-empty"
    """Not a word in it."""
    BROKEN = "document-broken"
    """It isn't what its name says, or was damaged on its way."""


class Unreadable(Invalid):
    """A document can't be taken; `obstacle` says why."""

    def __init__(self, obstacle: Obstacle) -> None:
        """Keep why."""
        super().__init__(document=obstacle.value)
        self.obstacle = obstacle
