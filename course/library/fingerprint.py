"""What compiled content is known by: everything that it was made of, by everything that made it."""

from __future__ import annotations

import hashlib
import os
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FOLDERS = ("norms", "lessons", "quizzes", "curriculum")
SHOWN = (".svg", ".png", ".jpg", ".jpeg", ".webp", ".avif", ".gif", ".mp3", ".m4a", ".ogg")
"""Pictures and sounds: only whether they are there is compiled. Of every other file each byte counts."""
LIBRARIES = ("markdown_it", "mdit_py_plugins", "yaml")
"""What turns the words into a library; each tells its version in its first file, which is read and not imported."""
NO_PROGRAM = frozenset({"__pycache__", "content"})
"""Folders of the program that hold none of it; an installed one has the content inside."""
_DIGITS = 32


def fingerprint_of(root: Path) -> str:
    """Name what compiling this content with this program would give: 32 hexadecimal digits of a SHA-256.

    Takes some milliseconds with forty modules, so that a start can ask it every time. A version number alone would not do:
    it stays the same while somebody works on the program.
    """
    told = hashlib.sha256(f"{sys.implementation.cache_tag} {sys.version}".encode())
    for name, words in _parts(root):
        told.update(f"\0{name}\0{len(words)}\0".encode("utf-8", "surrogateescape"))
        told.update(words)
    return told.hexdigest()[:_DIGITS]


def _parts(root: Path) -> Iterator[tuple[str, bytes]]:
    """Everything by name: the content, the program's own half without a browser, and the libraries that it reads with."""
    for folder in FOLDERS:
        yield from _files(root / folder, folder, lambda name: not name.lower().endswith(SHOWN))
    yield from _files(Path(__file__).parents[1], "course", lambda name: name.endswith(".py"), NO_PROGRAM)
    for library in LIBRARIES:
        spec = find_spec(library)
        yield library, _words(spec.origin) if spec and spec.origin else b""


def _files(
    folder: Path, name: str, read: Callable[[str], bool], skipped: frozenset[str] = frozenset()
) -> Iterator[tuple[str, bytes]]:
    """Every file below a folder in an order of its own, with its words where it is one to `read`."""
    for place, folders, files in os.walk(folder, followlinks=True):
        folders[:] = sorted(set(folders) - skipped)
        where = name + place[len(str(folder)) :]
        for file in sorted(files):
            yield f"{where}/{file}", _words(f"{place}/{file}") if read(file) else b""


def _words(path: str) -> bytes:
    """The bytes of a file; of one that can't be read, why: it may be there for the next start."""
    try:
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123 - a thousand files at every start
            return file.read()
    except OSError as error:
        return f"not readable: {error.errno}".encode()
