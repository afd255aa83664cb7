"""The only reader and writer of HX-* headers: one URL, two shapes, a fragment for htmx and a whole page for the rest."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import TYPE_CHECKING, Any

from flask import (
    Response,
    before_render_template,
    current_app,
    g,
    get_flashed_messages,
    make_response,
    redirect,
    render_template,
    session,
    template_rendered,
)
from flask_babel import gettext as _
from htmx_flask import request

from web.http.vary import varies_by

if TYPE_CHECKING:
    from collections.abc import Mapping

POLLING = frozenset({"board", "group", "roster-progress", "session", "wait", "whole-school"})
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
        return _answered(_drawn(page, fragment, context) + _flashed(), status)
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
    varies_by(response, "HX-Request")
    return response


def tell(response: Response, event: str, detail: Mapping[str, object]) -> None:
    """Let the page that stays hear of something, as an event on what asked."""
    if wants_fragment():
        response.headers["HX-Trigger"] = json.dumps({event: detail})


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
    response = Response(html, status)
    varies_by(response, "HX-Request")
    return response


def _flashed() -> str:
    """Bring along what is flashed, for the place that pages with htmx have for it; mostly nothing."""
    if "_flashes" not in session:
        return ""
    told = render_template("_flashed.html", messages=get_flashed_messages(with_categories=True))
    return f'<div id="notices" hx-swap-oob="innerHTML">{told}</div>'


def _drawn(page: str, fragment: str, values: dict[str, Any]) -> str:
    """Draw a fragment behind the title element of its page, if that has one, both from one context."""
    app = current_app
    app.update_template_context(values)
    template = app.jinja_env.get_template(fragment)
    context = template.new_context(values)
    title = app.jinja_env.get_template(page).blocks.get("title")
    before_render_template.send(app, template=template, context=values)
    head = ""
    if title is not None:
        error = f"{_('Error:')} " if values["went_wrong"] else ""
        head = f"<title>{error}{''.join(title(context))} · Deelwijs</title>"
    body = "".join(template.root_render_func(context))
    template_rendered.send(app, template=template, context=values)
    return head + body


def _redirected(url: str) -> Response:
    response = make_response(redirect(url, 303))
    varies_by(response, "HX-Request")
    return response
