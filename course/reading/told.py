"""What an author is told: an English text that still knows its message and values, so that it can be said in Dutch.

It is a text like any other, and sorts, compares and prints as one; only who shows it to somebody asks for their language.
"""

from __future__ import annotations

import gettext
from types import MappingProxyType
from typing import TYPE_CHECKING, Protocol, Self

if TYPE_CHECKING:
    from collections.abc import Mapping

NUMBER = "num"
"""Under this name a message that counts has its number, as everywhere in the catalogs."""


class Speech(Protocol):
    """A catalog: turns an English message into one of a language."""

    def gettext(self, message: str, /) -> str:
        """Give a message in the language, or as it is where the catalog lacks it."""

    def ngettext(self, one: str, many: str, number: int, /) -> str:
        """Give the form of a message that fits a number."""


ENGLISH: Speech = gettext.NullTranslations()
"""The language of the sources, which needs no catalog."""


class Told(str):
    """A text in English, and what it was made of; made by `told` and its like."""

    __slots__ = ("many", "message", "values")
    message: str
    values: Mapping[str, object]
    many: str

    def __new__(
        cls, message: str, values: Mapping[str, object] = MappingProxyType({}), many: str = ""
    ) -> Self:
        """Make the English text of a message (a msgid) and its values; `many` is its plural where it counts."""
        self = super().__new__(cls, _said(ENGLISH, message, values, many))
        self.message, self.values, self.many = message, dict(values), many
        return self

    def __getnewargs__(self) -> tuple[str, Mapping[str, object], str]:  # type: ignore[override]
        """Say of what a copy is made."""
        return self.message, self.values, self.many

    def said(self, speech: Speech) -> str:
        """Say it in a language, and the texts among its values too."""
        return _said(speech, self.message, self.values, self.many)


def told(message: str, /, **values: object) -> Told:
    """Tell a message of the catalogs; the values go where it has `%(name)s`."""
    return Told(message, values)


def told_number(one: str, many: str, number: int, /, **values: object) -> Told:
    """Tell how many there are: of both forms the one that fits, with the number at `%(num)s`."""
    return Told(one, {**values, NUMBER: number}, many)


def one_after_another(*parts: str, between: str = "") -> Told:
    """Tell several texts as one; who has no message of its own, a name for example, stays as it is."""
    names = [f"part{number}" for number in range(len(parts))]
    message = between.replace("%", "%%").join(f"%({name})s" for name in names)
    return Told(message, dict(zip(names, parts, strict=True)))


def said(text: str, speech: Speech) -> str:
    """Say any text: one that knows its message in the language, another as it is."""
    return text.said(speech) if isinstance(text, Told) else text


def _said(speech: Speech, message: str, values: Mapping[str, object], many: str) -> str:
    number = values.get(NUMBER)
    wanted = (
        speech.ngettext(message, many, number)
        if many and isinstance(number, int)
        else speech.gettext(message)
    )
    return wanted % {name: said(one, speech) if isinstance(one, str) else one for name, one in values.items()}
