"""The text of one content file, or the one problem that stands in its way: what is no text is read no further."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from course.reading.foreign import in_our_words
from course.reading.told import told

if TYPE_CHECKING:
    from pathlib import Path

    from course.reading.findings import Findings

NOTES = ("README.md", "LICENSE.md")
"""What may stand among content for its authors."""
_NUL = re.compile(rb"\0")
_NO_TEXT = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
"""Bytes that no text holds; one alone may be a slip, but beside letters of no known alphabet it is another kind of file."""
_SAVE = told("Save the file as plain text in UTF-8.")


def content_files(folder: Path, ending: str = "") -> list[Path]:
    """List the files of a folder by name, but for those that editors and systems leave behind; none without a folder."""
    if not folder.is_dir():
        return []
    files = (path for path in folder.iterdir() if path.is_file() and path.name.endswith(ending))
    return sorted(path for path in files if not path.name.startswith(".") and not path.name.endswith("~"))


def read_text(root: Path, findings: Findings) -> str | None:
    """Give the text of the file that the findings are of; None, with one problem, where there is none to read.

    A character that is not UTF-8 is told with its line, and the rest is read all the same.
    """
    try:
        raw = (root / findings.file).read_bytes()
    except OSError as error:
        why = in_our_words(error.strerror or "")
        findings.error(
            1,
            "unreadable-file",
            told("The file can't be read: %(why)s.", why=why),
            told("Put the file there, readable."),
        )
        return None
    try:
        text, wrong = raw.decode("utf-8-sig"), None
    except UnicodeDecodeError as error:
        text, wrong = raw.decode("utf-8-sig", errors="replace"), error.start
    strange = _NO_TEXT.search(raw) if wrong is not None else _NUL.search(raw)
    if strange:
        line = raw.count(b"\n", 0, strange.start()) + 1
        findings.error(line, "not-text", told("Here stands what is no text; the file is not read."), _SAVE)
        return None
    if wrong is not None:
        line = raw.count(b"\n", 0, wrong) + 1
        findings.error(line, "not-utf-8", told("A character in this line is not UTF-8."), _SAVE)
    return text
