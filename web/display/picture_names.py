"""What the sixteen sign-in pictures are called in the reader's language."""

from __future__ import annotations

from flask_babel import gettext as _


def picture_name(picture: str) -> str:
    """The word under a picture, for who can't see it and for telling it to somebody."""
    return {
        "kat": _("cat"),
        "boom": _("tree"),
        "fiets": _("bicycle"),
        "zon": _("sun"),
        "boot": _("boat"),
        "ster": _("star"),
        "vis": _("fish"),
        "huis": _("house"),
        "appel": _("apple"),
        "raket": _("rocket"),
        "drum": _("drum"),
        "paraplu": _("umbrella"),
        "sleutel": _("key"),
        "slak": _("snail"),
        "robot": _("robot"),
        "ijsje": _("ice cream"),
    }[picture]
