"""Makes a Word file of plain Markdown: headings, paragraphs, lists and tables, with what is to be filled in marked."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import docx
from docx.enum.text import WD_COLOR_INDEX
from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

BLANK = re.compile(r"(\[[^\]]*\])")
"""What a reader has to fill in stands between brackets."""
STYLES = {"bullet_list": "List Bullet", "ordered_list": "List Number"}


def word_file(text: str) -> bytes:
    """Give the bytes of a .docx file. A link keeps its words only, for what it points to does not come along."""
    made, tree = docx.Document(), SyntaxTreeNode(MarkdownIt("commonmark").enable("table").parse(text))
    heading = next((one for one in tree.children if one.type == "heading"), None)
    made.core_properties.title = heading.children[0].content if heading else ""
    made.core_properties.author, made.core_properties.comments = "Deelwijs", ""
    made.core_properties.language = "nl-NL"
    for one in tree.children:
        _add(made, one)
    file = BytesIO()
    made.save(file)
    return file.getvalue()


def _add(made: Document, node: SyntaxTreeNode) -> None:
    if node.type == "heading":
        _write(made.add_heading(level=int(node.tag[1:])), node)
    elif node.type in STYLES:
        for item in node.children:
            for part in item.children:
                _write(made.add_paragraph(style=STYLES[node.type]), part)
    elif node.type == "table":
        _add_table(made, node)
    else:
        _write(made.add_paragraph(), node)


def _add_table(made: Document, node: SyntaxTreeNode) -> None:
    rows = [row for part in node.children for row in part.children]
    table = made.add_table(len(rows), len(rows[0].children), style="Table Grid")
    for row, cells in zip(rows, table.rows, strict=True):
        for cell, place in zip(row.children, cells.cells, strict=True):
            _write(place.paragraphs[0], cell, strong=cell.type == "th")


def _write(
    paragraph: Paragraph, node: SyntaxTreeNode, *, strong: bool = False, slanted: bool = False
) -> None:
    if node.type in {"text", "code_inline"}:
        for piece in filter(None, BLANK.split(node.content)):
            run = paragraph.add_run(piece)
            run.bold, run.italic = strong or None, slanted or None
            if BLANK.fullmatch(piece):
                run.font.highlight_color = WD_COLOR_INDEX.YELLOW
        return
    if node.type in {"softbreak", "hardbreak"}:
        paragraph.add_run(" ")
    for one in node.children:
        _write(paragraph, one, strong=strong or node.type == "strong", slanted=slanted or node.type == "em")
