"""Content compiled once into one file, which every process of an installation loads instead of reading and auditing all.

A file that is damaged, of other content or another program, or that anybody but its owner may have written is as good as
none: the content is then read, and nothing starts on broken content. Two that compile at once write the same.
What reads and writes it is imported where it is used, for the process that starts the workers only asks whether it is there.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import stat
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from course.errors import Unavailable
from course.library.fingerprint import fingerprint_of
from course.library.load import load_library
from course.reading.told import told

if TYPE_CHECKING:
    from course.library.model import Library

TRIES = 5
MOST_KEPT = 4
"""Files in one folder: a program that is being replaced, and another content root beside this one, lose nothing."""
_DIGEST = hashlib.sha256().digest_size
_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


@dataclass(frozen=True, slots=True)
class Compiled:
    """What compiling gave."""

    library: Library
    file: Path
    fingerprint: str


def open_library(root: Path, folder: Path | None, known: str = "") -> Library:
    """Give the library of a content root, from its compiled file in `folder` where there is one to be trusted.

    With the fingerprint `known`, that of the service, a worker that is started anew loads what the others have, whatever
    was saved since. Raises ContentBroken with every problem where the content is to be read and has an error.
    """
    if folder is None:
        return load_library(root)
    return (
        (_loaded(_file(folder, known), root) if known else None)
        or _loaded(_file(folder, fingerprint_of(root)), root)
        or load_library(root)
    )


def compile_library(root: Path, folder: Path) -> Compiled:
    """Read and audit a content root and keep the result.

    Raises ContentBroken with every problem, OSError where the file can't be kept, and Unavailable where the content does
    not stay as it is for the moment that reading takes.
    """
    from course.library.pack import packed

    for _ in range(TRIES):
        fingerprint = fingerprint_of(root)
        library = load_library(root)
        if fingerprint_of(root) == fingerprint:
            file = _file(folder, fingerprint)
            _keep(file, packed(library))
            return Compiled(library, file, fingerprint)
    raise Unavailable(told("the content is being changed while it is read; try again when it is saved"))


def is_compiled(root: Path, folder: Path) -> str:
    """Give the fingerprint of a content root that has a file to be trusted; empty where it is still to be compiled."""
    fingerprint = fingerprint_of(root)
    return fingerprint if _content(_file(folder, fingerprint)) is not None else ""


def _file(folder: Path, fingerprint: str) -> Path:
    return folder / f"{fingerprint}.library"


def _loaded(file: Path, root: Path) -> Library | None:
    from course.library.pack import Spoiled, unpacked

    content = _content(file)
    if content is None:
        return None
    try:
        return unpacked(content, root)
    except Spoiled:
        return None


def _content(file: Path) -> bytes | None:
    """What a file holds, if it is whole and ours; None for any other.

    The digest comes first and is of the file's name too, so a file under another's name is told.
    """
    try:
        if not _ours(os.stat(file.parent)):  # noqa: PTH116 - beside the file's own
            return None
        handle = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC | os.O_NONBLOCK)
        with open(handle, "rb") as opened:  # noqa: PTH123 - the handle is what was looked at
            found = os.fstat(handle)
            if not (stat.S_ISREG(found.st_mode) and _ours(found)):
                return None
            raw = opened.read()
    except OSError:
        return None
    content = raw[_DIGEST:]
    return content if raw[:_DIGEST] == _digest(file, content) else None


def _ours(found: os.stat_result) -> bool:
    """Whether only this account, or the one that installs programs, can have written something."""
    return found.st_uid in {os.geteuid(), 0} and not found.st_mode & _OTHERS_MAY_WRITE


def _digest(file: Path, content: bytes) -> bytes:
    return hashlib.sha256(file.name.encode() + b"\0" + content).digest()


def _keep(file: Path, content: bytes) -> None:
    """Put a file in place whole, readable for all and writable for nobody else, and let the oldest of many go."""
    _make_folder(file.parent)
    handle, made = tempfile.mkstemp(dir=file.parent)
    try:
        with os.fdopen(handle, "wb") as opened:
            opened.write(_digest(file, content) + content)
            opened.flush()
            os.fsync(handle)
            os.fchmod(handle, 0o644)
        Path(made).replace(file)
    finally:
        Path(made).unlink(missing_ok=True)
    _let_go(file)


def _make_folder(folder: Path) -> None:
    """Make the folder, and take from others what would make all in it suspect; a volume's settings may have given it."""
    folder.mkdir(mode=0o755, parents=True, exist_ok=True)
    found = folder.stat()
    if found.st_uid == os.geteuid() and found.st_mode & _OTHERS_MAY_WRITE:
        folder.chmod(stat.S_IMODE(found.st_mode) & ~_OTHERS_MAY_WRITE)


def _let_go(newest: Path) -> None:
    """Remove all but the newest files; one that another process has removed already is gone just as well."""
    aged = []
    for file in newest.parent.glob("*.library"):
        with contextlib.suppress(OSError):
            aged.append((file.stat().st_mtime_ns, file))
    for _, file in sorted(aged, reverse=True)[MOST_KEPT:]:
        if file != newest:
            with contextlib.suppress(OSError):
                file.unlink()
