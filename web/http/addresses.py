"""At which address a reader gets what an answer shows: its own, or for a form's address the page that holds the form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import current_app, request, url_for
from werkzeug.exceptions import HTTPException

from web.http.doors import door_at

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from flask import Flask


def install(app: Flask) -> None:
    """Let every page know its address, for the language switch leads back to it."""
    app.jinja_env.globals["page_address"] = page_address


def page_address() -> str:
    """Give the address that shows this page, or the one that its form stands on, when it is asked for again."""
    if (page := _page_of(request.endpoint)) is not None:
        return _at(page, request.view_args or {})
    return request.full_path if request.query_string else request.path


def page_endpoint() -> str:
    """Name the page that is being shown, or that holds the form which was sent; empty where the address is nobody's."""
    return _page_of(request.endpoint) or request.endpoint or ""


def endpoint_at(path: str) -> str | None:
    """Name the endpoint that answers when this address is read; None for an address that nobody answers."""
    found = _match(path.partition("?")[0], "GET")
    return found[0] if found else None


def page_of_form() -> str | None:
    """Give the page behind an address that was read and takes forms only; None where it takes none either."""
    found = _match(request.path, "POST")
    page = _page_of(found[0]) if found else None
    return _at(page, found[1]) if found and page else None


def _page_of(endpoint: str | None) -> str | None:
    found = door_at(current_app, endpoint)
    return found.page if found else None


def _match(path: str, method: str) -> tuple[str, Mapping[str, Any]] | None:
    adapter = current_app.create_url_adapter(request)
    try:
        return adapter.match(path, method) if adapter else None
    except HTTPException:
        return None


def _at(endpoint: str, values: Mapping[str, Any]) -> str:
    (rule,) = current_app.url_map.iter_rules(endpoint)
    return url_for(endpoint, **{name: value for name, value in values.items() if name in rule.arguments})
