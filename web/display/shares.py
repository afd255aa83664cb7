"""A share of a class in words, and in steps beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask_babel import gettext as _

from course.figures.counts import Share

if TYPE_CHECKING:
    from collections.abc import Mapping

STEPS = {Share.FEW: 1, Share.SOME: 2, Share.HALF: 3, Share.MOST: 4}
"""How many steps are filled, one more for each word: a length of its own would be a number again."""


def share_words() -> Mapping[Share, str]:
    """Name the shares."""
    return {
        Share.FEW: _("a few at most"),
        Share.SOME: _("some"),
        Share.HALF: _("about half"),
        Share.MOST: _("most of them"),
    }
