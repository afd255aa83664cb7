"""What the processes of a service tell each other: that one has started, and which of them says why none could.

They share nothing but a folder; workers start on the same content, and would all report the same fault.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOLDER = "DEELWIJS_MESSAGES"
"""Path of the folder, as workers find it in their environment."""
_UNREPORTED, _STARTED = "unreported", "started"
"""A file that the one who reports takes away; one that is there once any worker has started."""


@contextmanager
def one_reporter() -> Iterator[None]:
    """Let only one of the processes that are started inside report why it does not start."""
    with tempfile.TemporaryDirectory(prefix="deelwijs-") as folder:
        os.environ[_FOLDER] = folder
        let_one_report()
        try:
            yield
        finally:
            del os.environ[_FOLDER]


def let_one_report() -> None:
    """Let one report again: a worker that is started anew may find another fault."""
    if folder := _folder():
        (folder / _UNREPORTED).touch()


def may_report() -> bool:
    """Whether nobody has reported yet; from then on somebody has."""
    folder = _folder()
    if folder is None:
        return True
    try:
        (folder / _UNREPORTED).unlink()
    except FileNotFoundError:
        return False
    return True


def has_started() -> None:
    """Tell that this worker has all that it needs, so that a later one that has not is no reason to end the service."""
    if folder := _folder():
        (folder / _STARTED).touch()


def any_has_started() -> bool:
    """Whether a worker of this service could ever start."""
    folder = _folder()
    return folder is not None and (folder / _STARTED).exists()


def _folder() -> Path | None:
    given = os.environ.get(_FOLDER)
    return Path(given) if given else None
