"""The text of a document that somebody sends: plain text, Word or PDF, told apart by what is in it and not by its name.

What may come in is bounded before anything is unpacked; the readers of Word and PDF are loaded by the first that needs them.
"""

from __future__ import annotations

import re
import unicodedata

from course.rulebooks.intake.model import Obstacle, Unreadable

MOST_BYTES = 10 * 1024 * 1024
MOST_SIGNS = 300_000
"""A hundred pages full; the longest of the protocols that we know has 17,000 signs."""
ZIP, PDF, OLD_OFFICE = b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RICH_TEXT = b"{\\rtf"
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
"""How a photo or a scan begins: PNG, JPEG, GIF and TIFF."""
PAGE = re.compile(rb"\s*<(?:!doctype html|html|\?xml)", re.IGNORECASE)
"""A page of the web, of which the marks would come along as rules."""
WIDE = 0.3
"""Of the bytes of a Dutch text in UTF-16 nearly half are zero, all at even places or all at odd ones."""
NEARLY_FIRST = 1024
"""Bytes: readers of PDF allow that much rubbish before its first sign, and so do we."""
LOCKED = "EncryptedPackage".encode("utf-16-le")
LINE_END = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
INVISIBLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u200b\u2060\ufeff\ud800-\udfff]|\u00ad(?!\n)")


def read_document(content: bytes) -> str:
    """Give the text of a document, ready to be divided; `Unreadable` where there is none to be had."""
    if len(content) > MOST_BYTES:
        raise Unreadable(Obstacle.TOO_LARGE)
    if content.startswith(ZIP):
        from course.rulebooks.intake.word_file import read_word

        return clean(read_word(content))
    if PDF in content[:NEARLY_FIRST]:
        from course.rulebooks.intake.pdf_file import read_pdf

        return clean(read_pdf(content))
    obstacle = _other_kind(content)
    if obstacle is not None:
        raise Unreadable(obstacle)
    return clean(_decode(content))


def clean(text: str) -> str:
    """Make line ends alike and leave out what can't be seen, in what was pasted as well; too long or empty is refused."""
    if len(text) > MOST_SIGNS:
        raise Unreadable(Obstacle.TOO_LONG)
    seen = unicodedata.normalize("NFC", INVISIBLE.sub("", LINE_END.sub("\n", text)))
    if not re.search(r"\w", seen):
        raise Unreadable(Obstacle.EMPTY)
    return seen


def _other_kind(content: bytes) -> Obstacle | None:
    """Tell what there is instead of plain text."""
    if content.startswith(OLD_OFFICE):
        return Obstacle.ENCRYPTED if LOCKED in content else Obstacle.OLD_WORD
    if content.startswith(RICH_TEXT):
        return Obstacle.OLD_WORD
    if content.startswith(PICTURES):
        return Obstacle.SCANNED
    return Obstacle.UNKNOWN_KIND if PAGE.match(content) else None


def _decode(content: bytes) -> str:
    """Read plain text as UTF-8, with a byte order mark as that says, and else as Windows writes it.

    UTF-16 without its mark is known by its zeros.
    """
    for mark, encoding in ((b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if content.startswith(mark):
            return content.removeprefix(mark).decode(encoding, errors="replace")
    for encoding, high, low in (
        ("utf-16-le", content[1::2], content[::2]),
        ("utf-16-be", content[::2], content[1::2]),
    ):
        if high.count(0) > WIDE * len(content) and 0 not in low:
            return content.decode(encoding, errors="replace")
    if b"\x00" in content:
        raise Unreadable(Obstacle.UNKNOWN_KIND)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")
