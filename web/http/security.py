"""Response headers that keep other hosts out of every page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import request

from web.http.identity import is_loopback

if TYPE_CHECKING:
    from flask import Flask, Response

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; object-src 'none'; "
        "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    ),
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
}

STAY_ENCRYPTED = "max-age=31536000"
"""A year in which a browser asks over HTTPS only."""
BELOW_TOO = "; includeSubDomains"
"""Said by a name of its own, as leren.school.example; below school.example stands all else of the school."""
LABELS = 3

_HEADERS = [(name, name.lower(), value) for name, value in HEADERS.items()]


def install(app: Flask) -> None:
    """Send the headers with every answer; nothing is kept by a browser or a cache unless its view says for how long."""

    @app.after_request
    def _secure(response: Response) -> Response:
        headers = response.headers
        given = {name.lower() for name, _ in headers}
        for name, lower, value in _HEADERS:
            if lower not in given:
                headers.add(name, value)
        if request.is_secure and not is_loopback(request.host):
            headers.add("Strict-Transport-Security", stays_encrypted(request.host))
        if "cache-control" not in given:
            headers.add("Cache-Control", "no-store, private")
        return response


def stays_encrypted(host: str) -> str:
    """Say for how long a browser asks this host over HTTPS only, and whether that goes for the names below it."""
    labels = host.partition(":")[0].split(".")
    return STAY_ENCRYPTED + (BELOW_TOO if len(labels) >= LABELS else "")
