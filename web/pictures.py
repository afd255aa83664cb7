"""Pictures of lessons and quizzes, served from the content folders under the edition that they belong to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import abort, send_from_directory

from web.identity import the_library

if TYPE_CHECKING:
    from flask import Flask, Response


def install(app: Flask) -> None:
    """Offer `lesson_picture` and `quiz_picture`."""
    app.add_url_rule("/pictures/lessons/<lesson>/<name>", "lesson_picture", _lesson_picture)
    app.add_url_rule("/pictures/quizzes/<path:name>", "quiz_picture", _quiz_picture)


def _lesson_picture(lesson: str, name: str) -> Response:
    """One picture of one lesson; only drawings leave the folder, never its text."""
    if not name.endswith(".svg"):
        abort(404)
    folder = the_library().root / "lessons" / the_library().lesson(lesson).id
    return send_from_directory(folder, name, max_age=86400)


def _quiz_picture(name: str) -> Response:
    """One picture of a question bank."""
    if not name.endswith(".svg"):
        abort(404)
    return send_from_directory(the_library().root / "quizzes", name, max_age=86400)
