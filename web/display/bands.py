"""For whom a module is, as a Dutch school says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable

    from course.curriculum.model import Module

FIRST_OF_SECONDARY = 11
"""As EDEXML codes it: klas 1."""


def bands_in_words(bands: Iterable[str]) -> str:
    """Say it: "groep 7 en 8", or "groep 7 en 8, klas 1 en 2"."""
    words = {
        "po-3-4": _("groep 3 and 4"),
        "po-5-6": _("groep 5 and 6"),
        "po-7-8": _("groep 7 and 8"),
        "vo-1-2": _("klas 1 and 2"),
        "vo-3-4": _("klas 3 and 4"),
        "staff": _("the team"),
        "parents": _("parents"),
    }
    return ", ".join(words[band] for band in bands)


def year_in_words(year: str) -> str:
    """Say a year as a school does, by its code of EDEXML: "groep 7", or "klas 1"."""
    number = int(year)
    if number < FIRST_OF_SECONDARY:
        return _("groep %(number)s", number=number)
    return _("klas %(number)s", number=number - FIRST_OF_SECONDARY + 1)


def readers_in_words(module: Module) -> str:
    """Say for whom a module is: the years in which it suits where it names them, else its bands."""
    if not module.years:
        return bands_in_words(module.bands)
    *others, last = map(year_in_words, module.suits)
    return _("%(others)s and %(last)s", others=", ".join(others), last=last) if others else last
