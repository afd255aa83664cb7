"""Thin routes of accounts: a link to hand over, and sign-ins to end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, current_app, flash, url_for
from flask_babel import gettext as _

from course.administration.finding import person_page
from course.administration.sign_ins import (
    drop_second_step,
    end_sign_ins,
    hand_over,
    mail_invitation,
    unlink_account,
)
from course.errors import Invalid, NotFound
from course.people.invitations import LASTS
from course.people.roles import Ability
from web.admin.doing import did, origin
from web.admin.routes import area
from web.http.doors import door
from web.http.hypermedia import gone_to, shown
from web.http.identity import me, the_store
from web.http.language import reason
from web.http.site import site_url

if TYPE_CHECKING:
    from course.administration.finding import PersonPage
    from course.people.access import School


@area.post("/people/<int:person_id>/invitation")
@door(Ability.KEEP_PEOPLE, page="admin.person", fresh=True)
def invite(person_id: int) -> Response:
    """Make a link for one use, and show it this once; any before it is dead."""
    view = person_page(the_store(), me(), person_id)
    try:
        token = hand_over(the_store(), me(), person_id, origin())
    except Invalid as wrong:
        flash(" ".join(reason(why) for why in wrong.fields.values()), "warn")
        return gone_to(url_for("admin.person", person_id=person_id))
    link = f"{site_url()}{url_for('account.invited')}#{token}"
    return shown(
        "admin/invitation.html",
        "admin/_invitation.html",
        person=view.person,
        school=_school_of(view),
        link=link,
        days=LASTS.days,
    )


def _school_of(view: PersonPage) -> School | None:
    """Name the school among whose staff one looks for the next to invite."""
    at = [one.school_id for one in view.person.open_roles]
    return next((one for one in view.schools if one.id in at), None)


@area.post("/people/<int:person_id>/invitation/mail")
@door(Ability.KEEP_PEOPLE, page="admin.person", fresh=True)
def invite_by_mail(person_id: int) -> Response:
    """Mail somebody a link for one use; any before it is dead once it goes."""
    if current_app.config["MAIL"] is None:
        raise NotFound("page", "")
    return did(
        lambda: mail_invitation(the_store(), me(), person_id, site_url(), origin()),
        _("The letter is under way."),
        url_for("admin.person", person_id=person_id),
    )


@area.post("/people/<int:person_id>/sign-ins/end")
@door(Ability.KEEP_PEOPLE, page="admin.person")
def sign_out_everywhere(person_id: int) -> Response:
    """Sign somebody out everywhere."""
    return did(
        lambda: end_sign_ins(the_store(), me(), person_id, origin()),
        _("This person is signed out everywhere."),
        url_for("admin.person", person_id=person_id),
    )


@area.post("/people/<int:person_id>/second-step/remove")
@door(Ability.KEEP_PEOPLE, page="admin.person", fresh=True)
def take_second_step_off(person_id: int) -> Response:
    """Let somebody who lost phone and paper come in with the password alone."""
    return did(
        lambda: drop_second_step(the_store(), me(), person_id, origin()),
        _("The second step is off, and this person is signed out everywhere."),
        url_for("admin.person", person_id=person_id),
    )


@area.post("/people/<int:person_id>/accounts/<int:provider_id>/unlink")
@door(Ability.KEEP_PEOPLE, page="admin.person", fresh=True)
def unlink(person_id: int, provider_id: int) -> Response:
    """Let an account elsewhere open somebody's account no more."""
    return did(
        lambda: unlink_account(the_store(), me(), person_id, provider_id, origin()),
        _("That account opens this one no more, and this person is signed out everywhere."),
        url_for("admin.person", person_id=person_id),
    )
