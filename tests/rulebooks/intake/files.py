"""Documents made for a test: Word files as Word writes them, PDFs sign by sign, and hostile ones."""

from __future__ import annotations

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import docx
from docx.oxml.ns import nsdecls
from docx.oxml.parser import parse_xml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from docx.document import Document

LINES_A_PAGE = 40


def saved(document: Document) -> bytes:
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def word(*paragraphs: str) -> bytes:
    """A Word file; a line that begins with # is a heading."""
    document = docx.Document()
    for text in paragraphs:
        if text.startswith("#"):
            document.add_heading(text.lstrip("# "), level=1)
        else:
            document.add_paragraph(text)
    return saved(document)


def with_list(document: Document, *levels: tuple[str, str], listed: int = 77) -> None:
    """Tell a Word file of a list whose levels are printed as given: form and text, as in ("decimal", "%1.")."""
    numbering = document.part.numbering_part.element
    printed = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for depth, (form, text) in enumerate(levels)
    )
    kind = f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{listed}">{printed}</w:abstractNum>'
    numbering.insert(0, parse_xml(kind))
    number = f'<w:num {nsdecls("w")} w:numId="{listed}"><w:abstractNumId w:val="{listed}"/></w:num>'
    numbering.append(parse_xml(number))


def add_point(document: Document, text: str, depth: int = 0, listed: int = 77) -> None:
    """Add a paragraph that Word numbers by itself."""
    place = f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{depth}"/><w:numId w:val="{listed}"/></w:numPr>'
    document.add_paragraph(text)._p.get_or_add_pPr().append(parse_xml(place))


def repacked(content: bytes, **parts: bytes) -> bytes:
    """The same package with parts changed or added, named with __ for the slash."""
    changed = {name.replace("__", "/").replace("_xml", ".xml"): data for name, data in parts.items()}
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changed:
                new.writestr(name, old.read(name))
        for name, data in changed.items():
            new.writestr(name, data)
    return out.getvalue()


def pdf(*pages: Sequence[str]) -> bytes:
    """A PDF with the given lines on each page, in Helvetica."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    kids = []
    for lines in pages:
        signs = b"BT /F1 11 Tf 14 TL 60 780 Td " + b" ".join(_shown(line) for line in lines) + b" ET"
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(signs), signs))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return _numbered(objects)


def _shown(line: str) -> bytes:
    escaped = line.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return b"(" + escaped.encode("cp1252") + b") Tj T*"


def _numbered(objects: Sequence[bytes]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)


def locked_pdf(content: bytes, password: str) -> bytes:
    import pypdf

    writer = pypdf.PdfWriter(clone_from=BytesIO(content))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()
