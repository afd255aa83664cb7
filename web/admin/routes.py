"""Thin routes of an administrator: the home page and a school."""

from __future__ import annotations

from flask import Blueprint, Response

from course.administration.overview import kept_school, kept_schools
from course.administration.staff import AT_SCHOOL
from course.calendar import school_day
from course.norms.looked_up import to_look_up
from course.people.roles import Ability
from web.display.roles import role_name
from web.http.doors import door
from web.http.hypermedia import shown
from web.http.identity import me, now, the_library, the_store

area = Blueprint("admin", __name__, url_prefix="/admin")


@area.get("/")
@door(Ability.KEEP_PEOPLE)
def home() -> Response:
    """Show the schools that this administrator keeps, and which rules and help lines somebody has to look up again."""
    late = to_look_up(the_library().norms, school_day(now()))
    return shown("admin/home.html", "admin/_home.html", schools=kept_schools(the_store(), me()), late=late)


@area.get("/schools/<int:school_id>")
@door(Ability.KEEP_PEOPLE)
def school(school_id: int) -> Response:
    """Show a school with its groups and staff."""
    view = kept_school(the_store(), me(), school_id)
    return shown(
        "admin/school.html", "admin/_school.html", view=view, role_name=role_name, at_school=AT_SCHOOL
    )
