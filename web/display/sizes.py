"""How large a file is, as people say it."""

from __future__ import annotations

from flask_babel import format_decimal
from flask_babel import gettext as _

KB, MB = 1024, 1024 * 1024


def size_words(size: int) -> str:
    """Say a number of bytes in kB, or in MB with one decimal."""
    if size < MB:
        return _("%(number)s kB", number=format_decimal(max(1, round(size / KB))))
    return _("%(number)s MB", number=format_decimal(round(size / MB, 1)))
