"""What the course refuses of a draft, in the reader's language."""

from __future__ import annotations

from flask_babel import gettext as _

from course.rulebooks.refusals import REFUSALS
from web.http.language import told


def slip(name: str) -> str:
    """Say a refusal; a name that has no words is never shown as it is."""
    found = REFUSALS.get(name)
    return told(found) if found is not None else _("Do it once more.")
