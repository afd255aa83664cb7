"""Whether this process can serve: for whoever keeps several of them running behind a proxy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response

from course.errors import Unavailable
from web.http.doors import ANYBODY, door
from web.http.identity import the_store

if TYPE_CHECKING:
    from flask import Flask


def install(app: Flask) -> None:
    """Offer `health`: 200 while the database answers and has this version's tables, 503 otherwise."""
    app.add_url_rule("/health", "health", _health)


@door(ANYBODY, asks_who=False)
def _health() -> Response:
    """Say so in one word; nothing about the installation leaves it."""
    if not the_store().is_current():
        raise Unavailable("the database is of another version")
    return Response("fine\n", mimetype="text/plain")
