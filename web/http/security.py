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

_HEADERS = [(name, name.lower(), value) for name, value in HEADERS.items()]


def install(app: Flask) -> None:
    """Send the headers with every answer, and keep pages about persons out of shared caches."""

    @app.after_request
    def _secure(response: Response) -> Response:
        headers = response.headers
        given = {name.lower() for name, _ in headers}
        for name, lower, value in _HEADERS:
            if lower not in given:
                headers.add(name, value)
        if request.is_secure and not is_loopback(request.host):
            headers.add("Strict-Transport-Security", STAY_ENCRYPTED)
        if "cache-control" not in given and response.mimetype == "text/html":
            headers.add("Cache-Control", "no-store, private")
        return response
