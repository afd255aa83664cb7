"""Thin routes of who leads the talk about a module: its page, the lesson to try, a sheet and a letter to print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, request

from course.errors import NotFound
from course.learning.lesson.trying import walk
from course.people.roles import Ability
from course.rulebooks.public_links import token_of
from course.teaching.guide import audience_of, guide_of
from course.teaching.line import learning_line
from web.display.bands import readers_in_words
from web.display.tried import tried, way_asked
from web.http.doors import door
from web.http.hypermedia import shown
from web.http.identity import me, now, the_library, the_store
from web.modules.line import goals_by_framework, stretch_in_words
from web.modules.views import guide_view, letter_view

if TYPE_CHECKING:
    from flask import Response

    from course.teaching.guide import Guide

area = Blueprint("modules", __name__, url_prefix="/modules")
area.app_template_global("line_words")(stretch_in_words)
area.app_template_global("goal_lines")(goals_by_framework)
area.app_template_global("module_readers")(readers_in_words)


@area.get("/")
@door(Ability.GUIDE_MODULES)
def line() -> Response:
    """Show which module comes in which year, and what it trains under the own school's rules."""
    stretches = learning_line(the_library(), me().protocol or "")
    return shown("modules/line.html", "modules/_line.html", line=stretches)


@area.get("/<module>")
@door(Ability.GUIDE_MODULES)
def guide(module: str) -> Response:
    """Show the page of a module, for one of the own groups where `group` names it."""
    view = guide_view(_guide(module), the_library().norms, me().audience)
    return shown("modules/guide.html", "modules/_guide.html", view=view)


@area.get("/<module>/sheet")
@door(Ability.GUIDE_MODULES)
def sheet(module: str) -> Response:
    """Show the sheet of two sides that goes into class on paper."""
    view = guide_view(_guide(module), the_library().norms, me().audience)
    return shown("modules/sheet.html", "modules/_sheet.html", view=view)


@area.get("/<module>/letter")
@door(Ability.GUIDE_MODULES)
def letter(module: str) -> Response:
    """Show the letter to parents; what a team does is no matter for one."""
    found = _guide(module)
    if not found.is_for_pupils:
        raise NotFound("letter", module)
    view = letter_view(found, me(), token_of(the_store(), me().school_id), now())
    return shown("modules/letter.html", "modules/_letter.html", view=view)


@area.get("/<module>/lessons/<lesson>")
@door(Ability.GUIDE_MODULES)
def play(module: str, lesson: str) -> Response:
    """Play a lesson as its learners do, under the own school's rules, without leaving traces."""
    found = the_library().module(module)
    if lesson not in found.lessons:
        raise NotFound("lesson", lesson)
    audience = audience_of(found, me())
    walked = walk(the_library(), lesson, me().protocol or "", audience, way_asked(), now(), me().locale)
    view = tried(walked, "modules.play", {"module": module, "lesson": lesson})
    return shown("modules/play.html", "modules/play.html", module=found, tried=view, audience=audience)


def _guide(module: str) -> Guide:
    group_id = request.args.get("group", type=int)
    return guide_of(the_store(), the_library(), me(), module, group_id, now())
