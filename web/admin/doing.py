"""How a form of an administrator is answered: done, or told what can't be, and back to the page it stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, flash
from flask_babel import gettext as _

from course.errors import Clash, Invalid
from course.journal.journal import Origin, coarse
from web.http.hypermedia import gone_to
from web.http.identity import me, now
from web.http.language import reason
from web.http.limits import address

if TYPE_CHECKING:
    from collections.abc import Callable


def origin() -> Origin:
    """Say for the journal who does it, when and from where."""
    return Origin(now(), me().person_id, coarse(address()))


def did(action: Callable[[], object], words: str, url: str) -> Response:
    """Do it and say so, or say what can't be done; then show the page at `url`."""
    try:
        action()
    except Invalid as wrong:
        flash(" ".join(reason(why) for why in wrong.fields.values()), "warn")
    except Clash:
        flash(_("Somebody else changed the same thing just now. See how it is, and try again."), "warn")
    else:
        flash(words, "good")
    return gone_to(url)
