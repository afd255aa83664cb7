"""How much a form may hold and how long it may take to come in: a bound for every route, wider only where a view says so."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

from flask import abort, current_app, request
from werkzeug.exceptions import HTTPException

if TYPE_CHECKING:
    from collections.abc import Callable

    from flask import Flask, Response

    View = Callable[..., Response]

REFUSED = "deelwijs.refused"
"""Key in a request's environ: the status with which the server turned its body away before anybody looked at it."""
MARK = "body_bound"
"""Attribute of a view with a bound of its own."""


@dataclass(frozen=True, slots=True)
class Bound:
    """What the body of a request may cost before anything is done for it."""

    bytes: int
    seconds: int


FORM = Bound(bytes=8 * 1024, seconds=10)
"""Of every route that says nothing else: our usual form is a tenth of it, and 10 seconds carry it over any line."""


def takes(bound: Bound) -> Callable[[View], View]:
    """Let a view take more than a form, or in more time; stands directly above the function."""

    def mark(view: View) -> View:
        setattr(view, MARK, bound)
        return view

    return mark


def bound_at(app: Flask, method: str, path: str) -> Bound:
    """Give the bound of whatever answers there; an address of nobody takes no more than a form does."""
    try:
        endpoint, _ = app.url_map.bind("").match(path, method)
    except HTTPException:
        return FORM
    return _of_view(app, endpoint)


def bound_of_request() -> Bound:
    """Give the bound of what is being answered."""
    return _of_view(current_app, request.endpoint)


def _of_view(app: Flask, endpoint: str | None) -> Bound:
    bound: Bound = getattr(app.view_functions.get(endpoint or ""), MARK, FORM)
    return bound


def install(app: Flask) -> None:
    """Turn away what the server did not read, and read no more than the route allows where another server calls us.

    Call this first, for nothing else is to be done for a request that is turned away.
    """
    app.config.update(MAX_CONTENT_LENGTH=FORM.bytes, MAX_FORM_MEMORY_SIZE=FORM.bytes)

    @app.before_request
    def _turn_away() -> None:
        if status := request.environ.get(REFUSED):
            abort(HTTPStatus(status))
        if (bound := _of_view(app, request.endpoint)) is not FORM:
            request.max_content_length = request.max_form_memory_size = bound.bytes
