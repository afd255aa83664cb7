"""What asks attention now: a sentence each, with the page where one can do something about it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Matter:
    """One thing that asks attention."""

    words: str
    url: str
    """Where one sees more of it, or does something about it."""
