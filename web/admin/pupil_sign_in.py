"""How the pupils of a school sign in: what its administrator chooses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import request, url_for
from flask_babel import gettext as _

from course.administration.overview import kept_school
from course.people.roles import Ability
from course.people.sign_in_settings import (
    SignInSettings,
    keep_sign_in_settings,
    read_sign_in_settings,
)
from web.admin.doing import did, origin
from web.admin.routes import area
from web.http.doors import door
from web.http.hypermedia import shown
from web.http.identity import me, the_store

if TYPE_CHECKING:
    from flask import Response


@area.get("/schools/<int:school_id>/sign-in")
@door(Ability.KEEP_PEOPLE)
def pupil_sign_in(school_id: int) -> Response:
    """Show how pupils of a school sign in."""
    school = kept_school(the_store(), me(), school_id).school
    with the_store().read() as conn:
        settings = read_sign_in_settings(conn, school.id)
    return shown("admin/pupil_sign_in.html", "admin/_pupil_sign_in.html", school=school, settings=settings)


@area.post("/schools/<int:school_id>/sign-in")
@door(Ability.KEEP_PEOPLE)
def keep_pupil_sign_in(school_id: int) -> Response:
    """Keep what was chosen."""
    settings = SignInSettings(at_home="at_home" in request.form)
    return did(
        lambda: keep_sign_in_settings(the_store(), me(), school_id, settings, origin()),
        _("It is noted."),
        url_for("admin.pupil_sign_in", school_id=school_id),
    )
