"""At which addresses a board stands as who awards badges."""

from __future__ import annotations

from flask import url_for

from course.learning.badge import Awarding
from web.http.site import vouched_url


def awarding(board_id: int) -> Awarding | None:
    """Name the addresses; None where nobody vouches for the site's own, for a badge keeps them for good."""
    site = vouched_url()
    if site is None:
        return None
    return Awarding(
        issuer_at=site + url_for("visitor.issuer", board_id=board_id),
        keys_at=site + url_for("visitor.issuer_keys", board_id=board_id),
        site=site,
    )
