"""Documents that a board has to have itself and that Deelwijs can begin: shipped as Markdown, given as Word to fill in."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from course.errors import NotFound
from course.library import default_content_root

if TYPE_CHECKING:
    from pathlib import Path

FOLDER = "docs/templates"
"""Under the program's own content, whichever content a school teaches from: these speak of the program."""


class Document(StrEnum):
    """A document to fill in, by the name of its file."""

    REGISTER = "verwerkingsregister"
    FIELDS = "persoonsgegevens"
    IMPACT = "dpia"
    AGREEMENT = "bijlage-modelovereenkomst"
    ACCESSIBILITY = "toegankelijkheidsverklaring"


def documents_folder() -> Path:
    """Say where the documents are: in the checkout, or in what was installed."""
    return default_content_root() / FOLDER


def document_as_markdown(name: str) -> str:
    """Give a document as it is kept; NotFound for any other name."""
    if name not in set(Document):
        raise NotFound("document", name)
    return (documents_folder() / f"{name}.md").read_text(encoding="utf-8")


def document_as_word(name: str) -> bytes:
    """Give a document as a Word file; python-docx is loaded by the first that is asked for."""
    from course.administration.word_file import word_file

    return word_file(document_as_markdown(name))
