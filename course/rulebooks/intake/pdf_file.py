"""The text of a PDF: a page knows signs at places only, so lines are glued into paragraphs again."""

from __future__ import annotations

import logging
from io import BytesIO
from typing import TYPE_CHECKING

import pypdf
from pypdf.errors import DependencyError, LimitReachedError

from course.rulebooks.intake.model import Obstacle, Unreadable
from course.rulebooks.intake.printed_pages import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pypdf import PageObject

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it quotes from the file, which is a school's own

MOST_PAGES = 150
MOST_UNPACKED = 8 * 1024 * 1024
"""Bytes of one stream: a page of text has some ten thousand."""
FEWEST_SIGNS = 25
"""On a page, on average: with fewer there are but page numbers beside pictures of text."""
MOST_FORMS = 500
"""Drawings within drawings that a page may hold."""


def read_pdf(content: bytes) -> str:
    """Give the text of a PDF in paragraphs; `Unreadable` for one that is locked, scanned, too long or broken."""
    try:
        with pypdf.apply_configuration(_limits()):
            pages = [page.extract_text() for page in _pages(content)]
    except Unreadable:
        raise
    except LimitReachedError as error:
        raise Unreadable(Obstacle.TOO_LARGE) from error
    except Exception as error:  # what a damaged file makes a foreign reader raise can't be listed
        raise Unreadable(Obstacle.BROKEN) from error
    if sum(sign.isalnum() for page in pages for sign in page) < FEWEST_SIGNS * len(pages):
        raise Unreadable(Obstacle.SCANNED)
    return paragraphs([page.splitlines() for page in pages])


def _limits() -> pypdf.Configuration:
    """Give what pypdf may unpack of one stream, far under its own limits, which are meant for books of pictures."""
    return pypdf.Configuration(
        zlib_maximum_output_length=MOST_UNPACKED,
        lzw_maximum_output_length=MOST_UNPACKED,
        run_length_maximum_output_length=MOST_UNPACKED,
        array_based_stream_maximum_output_length=MOST_UNPACKED,
        xform_maximum_invocations_per_extraction=MOST_FORMS,
    )


def _pages(content: bytes) -> Iterator[PageObject]:
    """Give the pages one by one, once it is known that they can be read and are not too many."""
    reader = pypdf.PdfReader(BytesIO(content))
    if reader.is_encrypted and not _opens(reader):
        raise Unreadable(Obstacle.ENCRYPTED)
    if len(reader.pages) > MOST_PAGES:
        raise Unreadable(Obstacle.TOO_LONG)
    if not reader.pages:
        raise Unreadable(Obstacle.EMPTY)
    yield from reader.pages


def _opens(reader: pypdf.PdfReader) -> bool:
    """Whether a PDF that only forbids printing and the like opens without a password."""
    try:
        return bool(reader.decrypt(""))
    except (DependencyError, NotImplementedError):
        return False
