"""Files of every kind, made here; a picture tells where it was taken until it is drawn anew."""

from __future__ import annotations

import io
from zipfile import ZipFile

from PIL import Image
from pypdf import PdfWriter

BODIES = {"docx": "word/document.xml", "xlsx": "xl/workbook.xml", "pptx": "ppt/presentation.xml"}
PLACE = "Kerkstraat 1"
LATITUDE = 2


def a_picture(kind: str = "JPEG", size: tuple[int, int] = (60, 40), *, turned: bool = False) -> bytes:
    """A red picture with what a phone writes into it."""
    picture, out = Image.new("RGB", size, (200, 10, 10)), io.BytesIO()
    marks = picture.getexif()
    marks[0x010E] = PLACE
    if turned:
        marks[0x0112] = 6
    marks.get_ifd(0x8825)[LATITUDE] = (52.0, 5.0, 7.0)
    if kind == "JPEG":
        picture.save(out, kind, exif=marks, comment=PLACE.encode())
    else:
        picture.save(out, kind, exif=marks)
    return out.getvalue() + PLACE.encode()


def a_pdf() -> bytes:
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(100, 100)
    writer.write(out)
    return out.getvalue()


def a_package(kind: str, *more: str) -> bytes:
    """Enough of a file of an office program to be known as one."""
    out = io.BytesIO()
    with ZipFile(out, "w") as package:
        for name in ("[Content_Types].xml", BODIES.get(kind, "other.xml"), *more):
            package.writestr(name, "<x/>")
    return out.getvalue()
