"""Thin routes of an administrator: the home page with what is missing, and schools."""

from __future__ import annotations

from flask import Blueprint, Response, request, url_for
from flask_babel import gettext as _

from course.administration import beginning
from course.administration.checklist import checklist
from course.administration.overview import kept_school, kept_schools
from course.administration.staff import AT_SCHOOL
from course.calendar import school_day
from course.norms.looked_up import to_look_up
from course.people.roles import Ability
from web.admin.doing import did, origin
from web.admin.lacks import lacks, unset
from web.display.roles import role_name
from web.http.doors import door
from web.http.hypermedia import shown
from web.http.identity import me, now, the_library, the_store

area = Blueprint("admin", __name__, url_prefix="/admin")


@area.get("/")
@door(Ability.KEEP_PEOPLE)
def home() -> Response:
    """Show the schools that this administrator keeps, what is missing, and which rules somebody has to look up again."""
    norms, today = the_library().norms, school_day(now())
    schools = kept_schools(the_store(), me())
    missing = checklist(the_store(), me(), norms.protocols, unset(), now())
    return shown(
        "admin/home.html",
        "admin/_home.html",
        schools=schools,
        matters=lacks(missing),
        late=to_look_up(norms, today),
        protocols=norms.protocols,
    )


@area.post("/schools")
@door(Ability.KEEP_PEOPLE, page="admin.home")
def add_school() -> Response:
    """Add a school with the protocol to begin with."""
    name, protocol = request.form.get("name", ""), request.form.get("protocol", "")
    known = the_library().norms.protocols
    return did(
        lambda: beginning.add_school(the_store(), me(), name, protocol, known, origin()),
        _("The school is added. Read in its pupils and staff now."),
        url_for("admin.home"),
    )


@area.get("/schools/<int:school_id>")
@door(Ability.KEEP_PEOPLE)
def school(school_id: int) -> Response:
    """Show a school with its groups and staff."""
    view = kept_school(the_store(), me(), school_id)
    return shown(
        "admin/school.html", "admin/_school.html", view=view, role_name=role_name, at_school=AT_SCHOOL
    )


@area.post("/schools/<int:school_id>/name")
@door(Ability.KEEP_PEOPLE, page="admin.school")
def rename_school(school_id: int) -> Response:
    """Call a school otherwise."""
    name = request.form.get("name", "")
    return did(
        lambda: beginning.rename_school(the_store(), me(), school_id, name, origin()),
        _("The school has its new name."),
        url_for("admin.school", school_id=school_id),
    )
