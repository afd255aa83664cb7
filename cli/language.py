"""In which language a command speaks: Dutch unless asked otherwise, from the catalog that the pages use too."""

from __future__ import annotations

import gettext
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable

CATALOGS = Path(__file__).resolve().parents[1] / "web" / "translations"

language = click.option(
    "--lang", type=click.Choice(["nl", "en"]), default="nl", show_default=True, help="Language of the text."
)


def translator(lang: str) -> Callable[[str], str]:
    """Give what turns an English text of the sources into one of a language; English stays as it is."""
    if lang == "en":
        return gettext.NullTranslations().gettext
    return gettext.translation("messages", CATALOGS, [lang]).gettext
