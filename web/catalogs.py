"""The catalogs of the interface by language: what pages say through flask-babel, and commands and workers from here."""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path

LANGUAGES = {"nl": "Nederlands", "en": "English"}
SOURCE = "en"
"""The language of the sources, which needs no catalog."""
TRANSLATIONS = Path(__file__).parent / "translations"


@cache
def speech(language: str) -> gettext.NullTranslations:
    """Give what turns an English text of the sources into one of a language ("nl" or "en").

    English where a catalog was not compiled: that this is lacking has to be told too.
    """
    if language == SOURCE:
        return gettext.NullTranslations()
    return gettext.translation("messages", TRANSLATIONS, [language], fallback=True)
