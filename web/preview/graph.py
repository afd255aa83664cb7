"""The scenes of a lesson drawn by Mermaid, on the one page that loads it; who serves learners has no such page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, Response, make_response, render_template, request

from course.errors import NotFound
from web.http.security import HEADERS

if TYPE_CHECKING:
    from web.preview.desk import Desk

POLICY = HEADERS["Content-Security-Policy"].replace("style-src 'self'", "style-src 'self' 'unsafe-inline'")
"""As everywhere, but for styles in the drawing: Mermaid writes them in the picture. What it draws is the author's own."""


def area_of(desk: Desk) -> Blueprint:
    """The page of one desk, with the files that only this page needs."""
    area = Blueprint("graph", "web.preview", url_prefix="/graph", static_folder="static")

    @area.get("/<lesson>")
    def graph(lesson: str) -> Response:
        if lesson != desk.lesson_id:
            raise NotFound("lesson", lesson, desk.lesson_id)
        desk.speak_for(request.args.get("protocol"))
        desk.refresh()
        shown = desk.library.lesson(lesson)
        answer = make_response(render_template("preview/graph.html", lesson=shown, text=desk.graph()))
        answer.headers["Content-Security-Policy"] = POLICY
        return answer

    return area
