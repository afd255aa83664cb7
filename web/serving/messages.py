"""Why the workers do not start, reported once: they start on the same content, and would all report the same fault."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_UNREPORTED = "DEELWIJS_UNREPORTED"
"""Path of the file that the one who reports takes away: a worker shares nothing else with the others."""


@contextmanager
def one_reporter() -> Iterator[None]:
    """Let only one of the processes that are started inside report why it does not start."""
    handle, name = tempfile.mkstemp(prefix="deelwijs-")
    os.close(handle)
    os.environ[_UNREPORTED] = name
    try:
        yield
    finally:
        del os.environ[_UNREPORTED]
        Path(name).unlink(missing_ok=True)


def may_report() -> bool:
    """Whether nobody has reported yet; from then on somebody has."""
    name = os.environ.get(_UNREPORTED)
    if name is None:
        return True
    try:
        Path(name).unlink()
    except FileNotFoundError:
        return False
    return True
