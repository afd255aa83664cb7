"""The only reader and writer of HX-* headers: one URL, two shapes, a fragment for htmx and a whole page for the rest."""

from __future__ import annotations

from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from flask import Response, current_app, g, make_response, redirect, render_template
from flask_babel import gettext as _
from htmx_flask import request

if TYPE_CHECKING:
    from collections.abc import Mapping

POLLING = frozenset({"board", "group", "session"})
"""Ids of the elements that ask anew every few seconds; a test finds every `every …s` of the templates among them."""


def wants_fragment() -> bool:
    """Whether htmx asks for a piece of the page; a boosted link or a history restore wants the whole."""
    if (known := g.get("wants_fragment")) is None:
        htmx = request.htmx
        known = g.wants_fragment = bool(htmx) and not htmx.boosted and not htmx.history_restore_request
    return bool(known)


def is_poll() -> bool:
    """Whether a page asks by itself, as the one on the digiboard does all day: nobody need be there."""
    return wants_fragment() and request.htmx.trigger in POLLING


def shown(page: str, fragment: str, status: int = 200, **context: Any) -> Response:
    """Answer with the fragment or with the page that includes it, so that the two can't drift.

    A fragment brings the page's title along, which htmx puts in the browser's tab.
    """
    context.setdefault("went_wrong", status >= HTTPStatus.BAD_REQUEST and status != HTTPStatus.CONFLICT)
    if wants_fragment() and fragment != page:
        return _answered(f"{_title(page, context)}{render_template(fragment, **context)}", status)
    return _answered(render_template(page, **context), status)


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
    if not wants_fragment():
        return shown(page, fragment, status, went_wrong=True, **context)
    response = _answered(render_template(fragment, **context), status)
    response.headers["HX-Retarget"] = "#notices"
    response.headers["HX-Reswap"] = "innerHTML"
    return response


def _answered(html: str, status: int) -> Response:
    response = make_response(html, status)
    response.vary.add("HX-Request")
    return response


def _title(page: str, context: Mapping[str, Any]) -> str:
    """The title element of a page, without the page, from what was handed to it and who reads; empty where it has none."""
    template = current_app.jinja_env.get_template(page)
    if "title" not in template.blocks:
        return ""
    known = template.new_context({**context, "actor": g.get("actor")})
    words = "".join(template.blocks["title"](known))
    return f"<title>{_('Error:') + ' ' if context['went_wrong'] else ''}{words} · Deelwijs</title>"


def _redirected(url: str) -> Response:
    response = make_response(redirect(url, 303))
    response.vary.add("HX-Request")
    return response
