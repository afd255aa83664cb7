"""Thin routes of a school's groups: added, called otherwise, filled by name, and who teaches in them."""

from __future__ import annotations

from datetime import date

from flask import Response, request, url_for
from flask_babel import gettext as _

from course.administration import groups as keeping
from course.administration.finding import group_page
from course.administration.overview import kept_school
from course.administration.pupils import YEARS, add_by_name
from course.errors import Invalid
from course.people.roles import Ability, InGroup
from web.admin.doing import did, origin
from web.admin.routes import area
from web.http import bodies
from web.http.converters import number
from web.http.doors import door
from web.http.hypermedia import shown
from web.http.identity import me, the_store
from web.http.language import reason

NAMES = bodies.Bound(bytes=32 * 1024, seconds=20)
"""Sixty names, of which a form makes up to twelve bytes a letter."""


@area.post("/schools/<int:school_id>/groups")
@door(Ability.KEEP_PEOPLE, page="admin.school")
def add_group(school_id: int) -> Response:
    """Add a group of this school year."""
    name = request.form.get("name", "")
    return did(
        lambda: keeping.add_group(the_store(), me(), school_id, name, origin()),
        _("The group is added."),
        url_for("admin.school", school_id=school_id),
    )


@area.get("/groups/<int:group_id>")
@door(Ability.KEEP_PEOPLE)
def group(group_id: int) -> Response:
    """Show a group with its pupils and staff."""
    return _group(group_id)


@area.post("/groups/<int:group_id>/name")
@door(Ability.KEEP_PEOPLE, page="admin.group")
def rename_group(group_id: int) -> Response:
    """Call a group otherwise."""
    name = request.form.get("name", "")
    return did(
        lambda: keeping.rename_group(the_store(), me(), group_id, name, origin()),
        _("The group has its new name."),
        _url(group_id),
    )


@area.post("/groups/<int:group_id>/pupils")
@door(Ability.KEEP_PEOPLE, page="admin.group")
@bodies.takes(NAMES)
def add_pupils(group_id: int) -> Response:
    """Add pupils, a name on each line; what can't be taken comes back as it was typed."""
    typed, year = request.form.get("names", ""), request.form.get("year_group", "")
    names: list[str] = []

    def add() -> None:
        names.extend(add_by_name(the_store(), me(), group_id, typed, year, origin()))

    try:
        add()
    except Invalid as wrong:
        slip = " ".join(reason(why) for why in wrong.fields.values())
        return _group(group_id, 422, typed=typed, slip=slip)
    words = _("Added: %(names)s. Their teacher draws cards for them.", names=", ".join(names))
    return did(lambda: None, words, _url(group_id))


@area.post("/groups/<int:group_id>/staff")
@door(Ability.KEEP_PEOPLE, page="admin.group")
def let_in(group_id: int) -> Response:
    """Let a member of staff teach or coach a group, or substitute until a day."""
    role, last_day = _role(request.form.get("role", "")), _day(request.form.get("last_day", ""))
    return did(
        lambda: keeping.let_in(the_store(), me(), group_id, number("person"), role, origin(), last_day),
        _("It is noted."),
        _url(group_id),
    )


@area.post("/groups/<int:group_id>/out")
@door(Ability.KEEP_PEOPLE, page="admin.group")
def let_out(group_id: int) -> Response:
    """Take somebody out of a group."""
    return did(
        lambda: keeping.let_out(the_store(), me(), group_id, number("person"), origin()),
        _("This person is out of the group."),
        _url(group_id),
    )


def _group(group_id: int, status: int = 200, *, typed: str = "", slip: str = "") -> Response:
    view = group_page(the_store(), me(), group_id)
    school = kept_school(the_store(), me(), view.group.school_id)
    fields = {"typed": typed, "slip": slip}
    return shown(
        "admin/group.html", "admin/_group.html", status, view=view, school=school, years=YEARS, fields=fields
    )


def _url(group_id: int) -> str:
    return url_for("admin.group", group_id=group_id)


def _role(typed: str) -> InGroup:
    known = {one.value: one for one in keeping.ROLES}
    return known.get(typed, InGroup.TEACHER)


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None
