"""What a file is, told by what is in it and never by its name; pictures are drawn anew, so that nothing hidden stays.

A picture of a phone tells where and when it was taken, with which phone, and may hold a small picture of before it was cut.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from course.errors import Invalid

if TYPE_CHECKING:
    from PIL.Image import Image

MOST_SENT = 10 * 1024 * 1024
"""Bytes that may come in: a picture of a phone becomes a tenth of it."""
MOST_KEPT = 5 * 1024 * 1024
MOST_DOTS = 50_000_000
"""Of a picture; more is no phone's, and takes the memory of all others."""
LARGEST = 2000
"""Dots along the longer side of a picture that is kept: enough for a wall."""
QUALITY = 85
MOST_PARTS, MOST_UNPACKED = 5_000, 200 * 1024 * 1024
LONGEST_NAME = 80
NEARLY_FIRST = 1024
"""Bytes before a PDF's first sign, which its readers allow."""

TOO_LARGE = "This file is too large: a document may have 5 MB, a picture 10 MB."
OTHER_KIND = (
    "This is no file that can be kept here: "
    "send a picture (JPEG or PNG), a PDF, a file of Word, Excel or PowerPoint, or plain text."
)
BROKEN = "This file can't be opened. Is it damaged, or locked with a password?"
MACROS = "There are macros in this file. Save it without them, or as a PDF."
EMPTY = "There is nothing in this file."


class FileKind(StrEnum):
    """What kinds of file are kept, by their usual endings."""

    PDF = "pdf"
    PNG = "png"
    JPEG = "jpg"
    DOCX = "docx"
    XLSX = "xlsx"
    PPTX = "pptx"
    TXT = "txt"


MIME = {
    FileKind.PDF: "application/pdf",
    FileKind.PNG: "image/png",
    FileKind.JPEG: "image/jpeg",
    FileKind.DOCX: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    FileKind.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileKind.PPTX: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    FileKind.TXT: "text/plain; charset=utf-8",
}
BODIES = {
    "word/document.xml": FileKind.DOCX,
    "xl/workbook.xml": FileKind.XLSX,
    "ppt/presentation.xml": FileKind.PPTX,
}
"""By the part that only this kind has."""


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that can be kept."""

    name: str
    kind: FileKind
    content: bytes


def read_file(name: str, content: bytes) -> NewFile:
    """Look what a file is and make it fit to be kept; Invalid under `file` where it can't be."""
    if not content:
        raise Invalid(file=EMPTY)
    if len(content) > MOST_SENT:
        raise Invalid(file=TOO_LARGE)
    kind, kept = _read(content)
    if len(kept) > MOST_KEPT:
        raise Invalid(file=TOO_LARGE)
    return NewFile(plain_file_name(name, kind), kind, kept)


def plain_file_name(name: str, kind: FileKind) -> str:
    """Give a name without a folder and without signs that some device can't keep; its ending is that of the kind."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    seen = "".join(sign for sign in last if unicodedata.category(sign)[0] != "C" and sign not in '<>:"|?*')
    stem = re.sub(r"\s+", " ", seen.rsplit(".", 1)[0]).strip(" .")
    return f"{stem[:LONGEST_NAME].strip() or 'bestand'}.{kind}"


def _read(content: bytes) -> tuple[FileKind, bytes]:
    if content.startswith(b"\x89PNG\r\n\x1a\n"):
        return FileKind.PNG, _drawn_anew(content, FileKind.PNG)
    if content.startswith(b"\xff\xd8\xff"):
        return FileKind.JPEG, _drawn_anew(content, FileKind.JPEG)
    if content.startswith(b"PK\x03\x04"):
        return _office(content), content
    if b"%PDF-" in content[:NEARLY_FIRST]:
        _check_pdf(content)
        return FileKind.PDF, content
    return FileKind.TXT, _text(content)


def _drawn_anew(content: bytes, kind: FileKind) -> bytes:
    """Draw a picture anew, upright and no larger than it need be, with its dots and nothing else."""
    from PIL import Image

    try:
        upright = _opened(content)
    except Exception as error:  # a damaged picture can fail in any of its layers
        raise Invalid(file=BROKEN) from error
    if upright is None:
        raise Invalid(file=TOO_LARGE)
    upright.thumbnail((LARGEST, LARGEST))
    has_holes = kind is FileKind.PNG and (
        upright.mode in {"RGBA", "LA", "PA"} or "transparency" in upright.info
    )
    picture = upright.convert("RGBA" if has_holes else "RGB")
    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    out = io.BytesIO()
    if kind is FileKind.PNG:
        bare.save(out, "PNG", optimize=True)
    else:
        bare.save(out, "JPEG", quality=QUALITY, optimize=True)
    return out.getvalue()


def _opened(content: bytes) -> Image | None:
    """Read a picture and turn it upright; None for one of too many dots, of which none is read."""
    from PIL import Image, ImageOps

    with Image.open(io.BytesIO(content), formats=("PNG", "JPEG")) as sent:
        if sent.width * sent.height > MOST_DOTS:
            return None
        sent.draft("RGB", (LARGEST, LARGEST))
        return ImageOps.exif_transpose(sent)


def _office(content: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            parts, names = package.infolist(), package.namelist()
    except Exception as error:
        raise Invalid(file=BROKEN) from error
    kind = next((kind for body, kind in BODIES.items() if body in names), None)
    if kind is None or "[Content_Types].xml" not in names:
        raise Invalid(file=OTHER_KIND)
    if len(parts) > MOST_PARTS or sum(one.file_size for one in parts) > MOST_UNPACKED:
        raise Invalid(file=TOO_LARGE)
    if any(one.flag_bits & 1 for one in parts):
        raise Invalid(file=BROKEN)
    if any(name.lower().endswith(("vbaproject.bin", ".exe", ".dll", ".js", ".vbs")) for name in names):
        raise Invalid(file=MACROS)
    return kind


def _check_pdf(content: bytes) -> None:
    from pypdf import PdfReader

    try:
        pages = len(PdfReader(io.BytesIO(content)).pages)
    except Exception as error:
        raise Invalid(file=BROKEN) from error
    if not pages:
        raise Invalid(file=EMPTY)


def _text(content: bytes) -> bytes:
    """Give plain text as UTF-8; what has signs that no text has is another kind."""
    for encoding in ("utf-8-sig", "cp1252"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if any(unicodedata.category(sign) == "Cc" and sign not in "\t\r\n\f" for sign in text):
            break
        if re.match(r"\s*(?:<(?:!doctype|html|\?xml|svg|script)|\{\\rtf)", text, re.IGNORECASE):
            break
        return text.encode()
    raise Invalid(file=OTHER_KIND)
