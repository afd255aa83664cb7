"""Thin routes of an administrator."""

from __future__ import annotations

from flask import Blueprint, Response

from course.calendar import school_day
from course.norms.looked_up import to_look_up
from course.people.roles import Ability
from web.http.doors import door
from web.http.hypermedia import shown
from web.http.identity import now, the_library

area = Blueprint("admin", __name__, url_prefix="/admin")


@area.get("/")
@door(Ability.KEEP_PEOPLE)
def home() -> Response:
    """Say what an administrator can do here, and which rules and help lines somebody has to look up again."""
    late = to_look_up(the_library().norms, school_day(now()))
    return shown("admin/home.html", "admin/_home.html", late=late)
