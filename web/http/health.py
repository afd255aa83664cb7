"""Whether this process can serve: for whoever keeps several of them running behind a proxy."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from threading import Lock
from time import monotonic
from typing import TYPE_CHECKING

from flask import Response
from itsdangerous import BadData

from course.errors import Unavailable
from course.people.rate_limits import grant
from web.http.doors import ANYBODY, door

if TYPE_CHECKING:
    from flask import Flask

FRESH = 5.0
"""Seconds for which a finding holds, so that whoever asks a hundred times a second brings about no more writes than that."""
COUNTED = "health"
"""Under which the write is done: something granted to nobody, which the next one replaces."""
MINUTE = timedelta(minutes=1)


def install(app: Flask) -> None:
    """Offer `health`: 200 while an answer could be kept and a cookie signed, 503 otherwise, with the reason in the log."""
    finding = Finding(app)

    @door(ANYBODY, asks_who=False)
    def health() -> Response:
        """Say so in one word; nothing about the installation leaves it."""
        if finding.is_well():
            return Response("fine\n", mimetype="text/plain")
        refused = Response("not fine\n", HTTPStatus.SERVICE_UNAVAILABLE, mimetype="text/plain")
        refused.headers["Retry-After"] = str(round(FRESH))
        return refused

    app.add_url_rule("/health", "health", health)


class Finding:
    """What was found a moment ago; one at a time looks anew, and nobody waits for it but the first."""

    def __init__(self, app: Flask) -> None:
        self._app, self._looks = app, Lock()
        self._ill: str | None = None
        self._until: float | None = None

    def is_well(self) -> bool:
        """Whether this process can serve."""
        if self._until is None or monotonic() >= self._until:
            self._look_anew()
        return self._ill is None

    def _look_anew(self) -> None:
        if not self._looks.acquire(blocking=self._until is None):
            return
        try:
            was, self._ill = self._ill, self._illness()
            self._until = monotonic() + FRESH
        finally:
            self._looks.release()
        if self._ill and self._ill != was:
            self._app.logger.error("not healthy: %s", self._ill)

    def _illness(self) -> str | None:
        """Say what is wrong: in a cookie that comes back as it was sent, the tables, or in a write that is on disk."""
        signer = self._app.session_interface.get_signing_serializer(self._app)  # type: ignore[attr-defined]
        try:
            if signer is None or signer.loads(signer.dumps(COUNTED)) != COUNTED:
                return "the secret key is empty, so that nobody can sign in"
        except BadData:
            return "the secret key does not know its own signature"
        store = self._app.extensions["deelwijs.store"]
        try:
            if why := store.unfit():
                return str(why)
            moment = datetime.now(UTC)
            with store.write() as conn:
                grant(conn, COUNTED, moment + MINUTE, moment)
        except Unavailable as error:
            return f"nothing can be written: {getattr(error.__cause__, 'orig', None) or error.__cause__ or error}"
        return None
