"""What an answer differs by, told to caches; Werkzeug reads and writes the header as a set, three times for every answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flask import Response


def varies_by(response: Response, header: str) -> None:
    """Name a header of the request that this answer depends on."""
    headers = response.headers
    named = headers.get("Vary")
    if not named:
        headers["Vary"] = header
    elif header not in named.split(", "):
        headers["Vary"] = f"{named}, {header}"
