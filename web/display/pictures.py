"""Pictures of lessons and quizzes, served from the content folders under an address of their content."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from flask import abort, send_from_directory, url_for

from course.scenario.model import CAST
from web.http.doors import ANYBODY, door
from web.http.identity import the_library

if TYPE_CHECKING:
    from pathlib import Path

    from flask import Flask, Response

SOURCE = re.compile(r'src="([^":/][^":]*)"')
"""Of a drawing in a question, relative to `quizzes/`."""


def install(app: Flask) -> None:
    """Offer `lesson_picture` and `quiz_picture`, and give templates their addresses."""
    app.add_url_rule("/pictures/lessons/<lesson>/<name>", "lesson_picture", _lesson_picture)
    app.add_url_rule("/pictures/quizzes/<path:name>", "quiz_picture", _quiz_picture)
    app.add_template_global(lesson_drawing)
    app.add_template_global(module_picture)
    app.add_template_filter(quiz_html)


def lesson_drawing(lesson: str, name: str) -> str:
    """Address of a drawing of a lesson."""
    edition = _edition(the_library().root / "lessons" / lesson / name)
    return url_for("lesson_picture", lesson=lesson, name=name, v=edition)


def module_picture(path: str) -> str:
    """Address of the picture on a module's card, `path` being relative to `lessons/`."""
    lesson, _, name = path.partition("/")
    return lesson_drawing(lesson, name)


def quiz_html(html: str) -> str:
    """The text of a question with its pictures at their addresses."""
    return SOURCE.sub(lambda found: f'src="{_quiz_address(found[1])}"', html)


def _quiz_address(name: str) -> str:
    return url_for("quiz_picture", name=name, v=_edition(the_library().root / "quizzes" / name))


@lru_cache(maxsize=4096)
def _edition(path: Path) -> str:
    """Name the content of a drawing, so that one that was mended has another address; a lost one has none."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:10]
    except OSError:
        return ""


@door(ANYBODY, asks_who=False)
def _lesson_picture(lesson: str, name: str) -> Response:
    """One picture of one lesson, or of the shared cast; only drawings leave the folder, never its text."""
    if not name.endswith(".svg"):
        abort(404)
    folder = the_library().root / "lessons" / (CAST if lesson == CAST else the_library().lesson(lesson).id)
    return send_from_directory(folder, name, max_age=86400)


@door(ANYBODY, asks_who=False)
def _quiz_picture(name: str) -> Response:
    """One picture of a question bank."""
    if not name.endswith(".svg"):
        abort(404)
    return send_from_directory(the_library().root / "quizzes", name, max_age=86400)
