"""What asks attention now: a sentence each, with the page where one can do something about it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that asks attention."""

    words: str
    url: str = ""
    """Where one sees more of it, or does something about it."""

    parts: Sequence[Matter] = ()
    """Where the same is so at many places, each of them; then these are what leads on."""
