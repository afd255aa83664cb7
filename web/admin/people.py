"""Thin routes of people: found, called otherwise, moved, given roles, taken out, and two entries made one."""

from __future__ import annotations

from flask import Response, current_app, request, url_for
from flask_babel import gettext as _

from course.administration import finding, pupils, staff
from course.administration.sign_ins import has_second_step, linked_accounts, open_sign_ins
from course.errors import Invalid
from course.naming import Parts
from course.people.roles import Ability, Role
from web.admin.doing import did, origin
from web.admin.routes import area
from web.display.roles import role_name
from web.http.converters import number
from web.http.doors import door
from web.http.hypermedia import shown
from web.http.identity import me, now, the_store


@area.get("/people")
@door(Ability.KEEP_PEOPLE)
def search() -> Response:
    """Find people by a part of their name or address."""
    typed = request.args.get("q", "")[:80]
    found = finding.find(the_store(), me(), typed)
    return shown("admin/search.html", "admin/_search.html", typed=typed, found=found, most=finding.MOST_FOUND)


@area.get("/people/<int:person_id>")
@door(Ability.KEEP_PEOPLE)
def person(person_id: int) -> Response:
    """Show somebody with the own roles and groups."""
    view = finding.person_page(the_store(), me(), person_id)
    return shown(
        "admin/person.html",
        "admin/_person.html",
        view=view,
        role_name=role_name,
        years=pupils.YEARS,
        at_school=staff.AT_SCHOOL,
        at_board=staff.AT_BOARD,
        sign_ins=open_sign_ins(the_store(), me(), person_id, now()),
        by_mail=current_app.config["MAIL"] is not None,
        second_step=has_second_step(the_store(), me(), person_id),
        linked=linked_accounts(the_store(), me(), person_id),
    )


@area.post("/schools/<int:school_id>/staff")
@door(Ability.KEEP_PEOPLE, page="admin.school", fresh=True)
def add_staff(school_id: int) -> Response:
    """Add a member of staff with a first role at a school."""
    form = request.form
    return did(
        lambda: staff.add_member(
            the_store(), me(), _parts(), form.get("email", ""), _role(), school_id, origin()
        ),
        _("Added. Hand over an invitation, so that this person can come in."),
        url_for("admin.school", school_id=school_id, _anchor="staff"),
    )


@area.post("/people/<int:person_id>/name")
@door(Ability.KEEP_PEOPLE, page="admin.person", fresh=True)
def rename(person_id: int) -> Response:
    """Call a pupil otherwise, or a member of staff, who has an address too."""

    def change() -> None:
        if "name" in request.form:
            pupils.rename(the_store(), me(), person_id, request.form["name"], origin())
        else:
            email = request.form.get("email", "")
            staff.change_member(the_store(), me(), person_id, _parts(), email, origin())

    return did(change, _("It is changed."), _url(person_id))


@area.post("/people/<int:person_id>/year")
@door(Ability.KEEP_PEOPLE, page="admin.person")
def set_year(person_id: int) -> Response:
    """Put a pupil in another year."""
    year = request.form.get("year_group", "")
    return did(
        lambda: pupils.set_year(the_store(), me(), person_id, year, origin()),
        _("It is changed."),
        _url(person_id),
    )


@area.post("/people/<int:person_id>/move")
@door(Ability.KEEP_PEOPLE, page="admin.person")
def move(person_id: int) -> Response:
    """Let a pupil go to another group."""
    return did(
        lambda: pupils.move(the_store(), me(), person_id, number("group"), origin()),
        _("The pupil is in the other group now, with everything that was learned."),
        _url(person_id),
    )


@area.post("/people/<int:person_id>/out")
@door(Ability.KEEP_PEOPLE, page="admin.person")
def take_out(person_id: int) -> Response:
    """Take a pupil out of the school; the page then offers to put them back."""
    return did(
        lambda: pupils.take_out(the_store(), me(), person_id, origin()),
        _("The pupil is out of the school. Below you can undo it; what was learned is kept."),
        _url(person_id),
    )


@area.post("/people/<int:person_id>/back")
@door(Ability.KEEP_PEOPLE, page="admin.person")
def put_back(person_id: int) -> Response:
    """Put back a pupil who was taken out."""
    return did(
        lambda: pupils.put_back(the_store(), me(), person_id, origin()),
        _("The pupil is at the school again. Choose a group now."),
        _url(person_id),
    )


@area.post("/people/<int:person_id>/roles")
@door(Ability.KEEP_PEOPLE, page="admin.person", fresh=True)
def give_role(person_id: int) -> Response:
    """Give a role at a school, or for the whole board."""
    at_school = request.form.get("school", "")
    return did(
        lambda: staff.give_role(
            the_store(), me(), person_id, _role(), number("school") if at_school else None, origin()
        ),
        _("The role is given. It holds from today."),
        _url(person_id),
    )


@area.post("/people/<int:person_id>/roles/end")
@door(Ability.KEEP_PEOPLE, page="admin.person", fresh=True)
def end_role(person_id: int) -> Response:
    """End a role."""
    return did(
        lambda: staff.take_role(the_store(), me(), person_id, number("role"), origin()),
        _("The role has ended."),
        _url(person_id),
    )


@area.post("/people/<int:person_id>/merge")
@door(Ability.KEEP_PEOPLE, page="admin.person", fresh=True)
def merge(person_id: int) -> Response:
    """Make one of two entries of one person."""
    return did(
        lambda: finding.merge_people(the_store(), me(), person_id, number("other"), origin()),
        _("The two are one now. What was learned of both is kept."),
        _url(person_id),
    )


def _parts() -> Parts:
    form = request.form
    return Parts(form.get("given", ""), form.get("particle", ""), form.get("surname", ""))


def _role() -> Role:
    known = {one.value: one for one in Role}
    role = known.get(request.form.get("role", ""))
    if role is None:
        raise Invalid(role="Choose a role.")
    return role


def _url(person_id: int) -> str:
    return url_for("admin.person", person_id=person_id)
