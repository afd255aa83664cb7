"""The text of a Word document, with the numbers that Word itself would print, and headings marked as such.

Deleted words of tracked changes, page headers and the table of contents are left out; all else that can be read is there.
"""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import docx
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml

from course.rulebooks.intake.model import Obstacle, Unreadable
from course.rulebooks.intake.word_numbers import Numbering

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document
    from docx.oxml.xmlchemy import BaseOxmlElement

MOST_UNPACKED = 60 * 1024 * 1024
MOST_XML = 20 * 1024 * 1024
"""Bytes of one part that is parsed: a hundred pages of text have a few million."""
MOST_PARTS = 2_000
BODY = "word/document.xml"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
LEFT_OUT = frozenset((qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), FALLBACK))
SIGNS = {qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
TEXT, PARAGRAPH, TABLE, ROW, CELL = qn("w:t"), qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
BOX = qn("w:txbxContent")
TITLES = re.compile(r"(?:heading \d|title|kop \d|titel)$", re.IGNORECASE)
CONTENTS = re.compile(r"toc \d|toc heading|inhopg", re.IGNORECASE)


def read_word(content: bytes) -> str:
    """Give the text of a .docx file, paragraphs apart; `Unreadable` for one that is unsafe or broken."""
    _check_package(content)
    try:
        document = docx.Document(BytesIO(content))
        return "\n".join(_Reader(document).lines())
    except Exception as error:  # what a damaged file makes a foreign reader raise can't be listed
        raise Unreadable(Obstacle.BROKEN) from error


def _check_package(content: bytes) -> None:
    """Refuse, before a thing is unpacked, what is no Word document, too large, or declares entities of its own."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            obstacle = _obstacle(package)
    except Exception as error:  # a damaged package can fail in any of its layers
        raise Unreadable(Obstacle.BROKEN) from error
    if obstacle is not None:
        raise Unreadable(obstacle)


def _obstacle(package: zipfile.ZipFile) -> Obstacle | None:
    parts = package.infolist()
    named = package.namelist()
    if BODY not in named:
        return Obstacle.UNKNOWN_KIND
    xml = [part for part in parts if part.filename.endswith((".xml", ".rels"))]
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        return Obstacle.TOO_LARGE
    if any(part.file_size > MOST_XML for part in xml):
        return Obstacle.TOO_LARGE
    if any(part.flag_bits & 1 for part in parts):
        return Obstacle.ENCRYPTED
    declared = (package.read(part) for part in xml)
    if any(b"<!DOCTYPE" in text or b"<!ENTITY" in text for text in declared):
        return Obstacle.BROKEN
    return Obstacle.MACROS if any(name.endswith("vbaProject.bin") for name in named) else None


class _Reader:
    """Walks one document from top to bottom, counting its lists."""

    def __init__(self, document: Document) -> None:
        """Look up its lists and styles."""
        self._document = document
        self._numbering = Numbering(document)

    def lines(self) -> Iterator[str]:
        """Give its lines, an empty one after each paragraph that is no point of a list."""
        yield from self._blocks(self._document.element.body)
        for relation in self._document.part.rels.values():
            if relation.reltype.endswith("/footnotes"):
                yield from self._blocks(parse_xml(relation.target_part.blob))

    def _blocks(self, inside: BaseOxmlElement) -> Iterator[str]:
        for element in inside:
            if element.tag == PARAGRAPH:
                yield from self._paragraph(element)
            elif element.tag == TABLE:
                yield from self._table(element)
            elif element.tag not in LEFT_OUT and isinstance(element.tag, str):
                yield from self._blocks(element)

    def _table(self, table: BaseOxmlElement) -> Iterator[str]:
        """Give a row with one paragraph in each cell as one line; else the paragraphs of its cells one by one."""
        for row in (one for one in table if one.tag == ROW):
            cells = [list(self._blocks(cell)) for cell in row.iter(CELL) if cell.getparent() is row]
            said = [[line for line in cell if line.strip()] for cell in cells]
            if all(len(cell) <= 1 for cell in said):
                yield "\t".join(cell[0] for cell in said if cell)
            else:
                yield from (line for cell in cells for line in cell)
        yield ""

    def _paragraph(self, paragraph: BaseOxmlElement) -> Iterator[str]:
        """Give a paragraph with what Word prints before it, and what stands in text boxes that hang on it."""
        text = "".join(self._signs(paragraph)).strip()
        name = self._numbering.style_name(paragraph)
        label = self._numbering.label(paragraph)
        if text and not CONTENTS.match(name):
            title = "# " if TITLES.match(name) else ""
            yield f"{title}{label}{' ' if label else ''}{text}"
            if not label or title:
                yield ""
        for box in paragraph.iter(BOX):
            if not any(one.tag == FALLBACK for one in box.iterancestors()):
                yield from self._blocks(box)

    def _signs(self, element: BaseOxmlElement) -> Iterator[str]:
        for one in element:
            if one.tag == TEXT:
                yield one.text or ""
            elif one.tag in SIGNS:
                yield SIGNS[one.tag]
            elif one.tag not in LEFT_OUT and isinstance(one.tag, str):
                yield from self._signs(one)
