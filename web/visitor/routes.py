"""Thin routes of who has no account: nothing here reads or writes a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from flask import Blueprint, current_app, request

from course.norms.model import Audience
from web.display.tried import tried, way_asked
from web.http.doors import ANYBODY, door
from web.http.hypermedia import shown
from web.http.identity import now, the_library
from web.visitor.trial import trial

if TYPE_CHECKING:
    from flask import Response

area = Blueprint("visitor", __name__)


@area.app_template_global()
def can_try() -> bool:
    """Whether there is a lesson that a visitor may try."""
    return bool(the_library().modules_for(Audience.PUPIL))


@area.get("/try")
@door(ANYBODY)
def try_out() -> Response:
    """Play the first lesson under a protocol of one's choice."""
    seen = trial(the_library(), request.args.get("protocol", ""), way_asked(), now())
    asked = {"protocol": seen.protocol.id}
    return _page("try", trial=seen, tried=tried(seen.walk, "visitor.try_out", {}, asked))


@area.get("/privacy")
@door(ANYBODY)
def privacy() -> Response:
    """Tell what is kept of whom, who sees it, and how long."""
    return _page("privacy", contact=_contact())


@area.get("/privacy/children")
@door(ANYBODY)
def privacy_children() -> Response:
    """Tell children the same, in short sentences."""
    return _page("privacy_children")


@area.get("/accessibility")
@door(ANYBODY)
def accessibility() -> Response:
    """Tell for whom the site works, what was tested and what was not."""
    return _page("accessibility", contact=_contact())


@area.get("/contact")
@door(ANYBODY)
def contact() -> Response:
    """Tell whom one can ask."""
    return _page("contact", contact=_contact())


def _contact() -> str:
    return str(current_app.config.get("CONTACT") or "")


def _page(name: str, **context: Any) -> Response:
    template = f"visitor/{name}.html"
    return shown(template, template, **context)
