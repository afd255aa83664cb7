"""The only reader and writer of HX-* headers: one URL, two shapes, a fragment for htmx and a whole page for the rest."""

from __future__ import annotations

from typing import Any

from flask import Response, g, make_response, redirect, render_template
from htmx_flask import request


def wants_fragment() -> bool:
    """Whether htmx asks for a piece of the page; a boosted link or a history restore wants the whole."""
    if (known := g.get("wants_fragment")) is None:
        htmx = request.htmx
        known = g.wants_fragment = bool(htmx) and not htmx.boosted and not htmx.history_restore_request
    return bool(known)


def shown(page: str, fragment: str, status: int = 200, **context: Any) -> Response:
    """Answer with the fragment or with the page that includes it, so that the two can't drift."""
    response = make_response(render_template(fragment if wants_fragment() else page, **context), status)
    response.vary.add("HX-Request")
    return response


def moved_on(page: str, fragment: str, url: str, **context: Any) -> Response:
    """Answer a POST that worked: 303 to `url` without htmx, the new fragment with it; a reload shows the same."""
    if not wants_fragment():
        return _redirected(url)
    response = shown(page, fragment, **context)
    response.headers["HX-Replace-Url"] = url
    return response


def gone_to(url: str) -> Response:
    """Send the reader to another page after a POST, by 303 or by HX-Redirect."""
    if not wants_fragment():
        return _redirected(url)
    response = make_response("", 204)
    response.headers["HX-Redirect"] = url
    response.vary.add("HX-Request")
    return response


def loads_again(*, needed: bool) -> Response:
    """Answer a page that asks whether it is still the newest: nothing, or the wish to be loaded again."""
    response = make_response("", 204)
    if needed:
        response.headers["HX-Refresh"] = "true"
    return response


def failed(page: str, fragment: str, status: int, **context: Any) -> Response:
    """Answer with an error: a page, or a fragment that htmx puts in the notice region instead of over the story."""
    response = shown(page, fragment, status, **context)
    if wants_fragment():
        response.headers["HX-Retarget"] = "#notices"
        response.headers["HX-Reswap"] = "innerHTML"
    return response


def _redirected(url: str) -> Response:
    response = make_response(redirect(url, 303))
    response.vary.add("HX-Request")
    return response
