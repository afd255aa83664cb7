"""For whom a module is, as a Dutch school says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext as _

if TYPE_CHECKING:
    from collections.abc import Iterable


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
