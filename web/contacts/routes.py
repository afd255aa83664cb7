"""Thin routes: "I want to talk about this", of which nothing is kept, and the contacts of a school for who keeps them."""

from __future__ import annotations

from http import HTTPStatus

from flask import Blueprint, Response, flash, g, request, url_for
from flask_babel import gettext as _

from course.contacts import contacts
from course.contacts.contacts import Contact
from course.errors import Invalid
from course.journal.journal import Origin, coarse
from course.people.roles import Ability
from web.contacts.talking import talk_page
from web.http.doors import ANYBODY, door
from web.http.hypermedia import gone_to, shown
from web.http.identity import me, now, the_store
from web.http.language import reason
from web.http.limits import address

area = Blueprint("contacts", __name__)


@area.get("/talk")
@door(ANYBODY)
def talk() -> Response:
    """Show whom one can turn to, at school and elsewhere, with a way to leave at once; nothing is kept of who reads."""
    page = talk_page(g.get("actor"), request.args.get("for", ""), now())
    return shown("contacts/talk.html", "contacts/talk.html", seen=page)


@area.get("/schools/<int:school_id>/contacts")
@door(Ability.KEEP_CONTACTS)
def keep(school_id: int) -> Response:
    """Show the contacts of a school, each in a form, and an empty one."""
    return _kept(school_id)


@area.post("/schools/<int:school_id>/contacts")
@door(Ability.KEEP_CONTACTS)
def add(school_id: int) -> Response:
    """Add a contact."""
    given = _given()
    try:
        contacts.add_contact(the_store(), me(), school_id, given, _origin())
    except Invalid as wrong:
        return _kept(school_id, 0, given, wrong)
    flash(_("The contact is added."), "good")
    return gone_to(url_for("contacts.keep", school_id=school_id))


@area.post("/schools/<int:school_id>/contacts/<int:contact_id>")
@door(Ability.KEEP_CONTACTS, page="contacts.keep")
def change(school_id: int, contact_id: int) -> Response:
    """Change a contact, or take it out."""
    if "out" in request.form:
        contacts.drop_contact(the_store(), me(), school_id, contact_id, _origin())
        flash(_("The contact is taken out."), "good")
        return gone_to(url_for("contacts.keep", school_id=school_id))
    given = _given()
    try:
        contacts.change_contact(the_store(), me(), school_id, contact_id, given, _origin())
    except Invalid as wrong:
        return _kept(school_id, contact_id, given, wrong)
    flash(_("The contact is changed."), "good")
    return gone_to(url_for("contacts.keep", school_id=school_id))


def _kept(
    school_id: int, typed_in: int | None = None, typed: Contact | None = None, wrong: Invalid | None = None
) -> Response:
    page = contacts.contacts_page(the_store(), me(), school_id)
    errors = {name: reason(why) for name, why in wrong.fields.items()} if wrong else {}
    return shown(
        "contacts/keep.html",
        "contacts/_keep.html",
        HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK,
        seen=page,
        typed_in=typed_in,
        typed=typed,
        errors=errors,
        empty=Contact(""),
        home=url_for("admin.school", school_id=school_id) if me().may(Ability.KEEP_PEOPLE) else None,
    )


def _given() -> Contact:
    form = request.form
    return Contact(
        form.get("name", ""),
        form.get("phone", ""),
        form.get("email", ""),
        form.get("when_where", ""),
        for_pupils="for_pupils" in form,
        for_parents="for_parents" in form,
        for_staff="for_staff" in form,
    )


def _origin() -> Origin:
    return Origin(now(), me().person_id, coarse(address()))
