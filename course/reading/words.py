"""One text in the languages of the interface."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """One text in both languages; a school's own text may be in Dutch only, and is then shown so to all."""

    nl: str
    en: str

    def for_locale(self, locale: str) -> str:
        """Give the text in a reader's language ("nl" or "en"); Dutch for any other."""
        return (self.en or self.nl) if locale == "en" else self.nl
