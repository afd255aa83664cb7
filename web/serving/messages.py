"""One voice for many workers: they start on the same content, and would all tell the same fault."""

from __future__ import annotations

import os
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = "DEELWIJS_WORD"
"""Path of the file that the one who tells takes away: a worker shares nothing else with the others."""


@contextmanager
def one_teller() -> Iterator[None]:
    """Let only one of the processes that are started inside tell why it does not start."""
    handle, word = tempfile.mkstemp(prefix="deelwijs-")
    os.close(handle)
    os.environ[_WORD] = word
    try:
        yield
    finally:
        del os.environ[_WORD]
        Path(word).unlink(missing_ok=True)


def may_tell() -> bool:
    """Whether nobody has told yet; from then on somebody has."""
    word = os.environ.get(_WORD)
    if word is None:
        return True
    try:
        Path(word).unlink()
    except FileNotFoundError:
        return False
    return True
