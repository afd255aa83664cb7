"""Cookies whose signature was checked before: a browser sends the very same one with every answer of a lesson.

What is kept says only that this program signed a text at a moment. Whether somebody is signed in stands in the database and
is looked up at every request, so nobody stays in for a moment longer by what is kept here.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, Any

from itsdangerous import BadSignature

if TYPE_CHECKING:
    from itsdangerous import URLSafeTimedSerializer

MOST = 1024
"""Cookies kept by one worker: those of thirty classes, some 600 kB."""
PLAIN = (str, int, bool, type(None))


class KnownCookies:
    """The content of cookies by their text; none that is too old, and none whose content could be changed in place."""

    __slots__ = ("_found",)

    def __init__(self) -> None:
        self._found: dict[str, tuple[dict[str, Any], float]] = {}

    def read(self, signer: URLSafeTimedSerializer, cookie: str, max_age: int) -> dict[str, Any] | None:
        """Give the content of a cookie; None where the signature is wrong or older than `max_age` seconds."""
        known = self._found.get(cookie)
        if known is not None and 0 <= time.time() - known[1] <= max_age:
            return known[0].copy()
        try:
            content, signed_at = signer.loads(cookie, max_age=max_age, return_timestamp=True)
        except BadSignature:
            return None
        if isinstance(content, dict) and all(isinstance(one, PLAIN) for one in content.values()):
            if len(self._found) >= MOST:
                self._found.clear()
            self._found[cookie] = (content.copy(), signed_at.timestamp())
        return content
