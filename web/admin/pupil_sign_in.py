"""How the pupils of a school sign in: what its administrator chooses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import request, url_for
from flask_babel import gettext as _

from course.administration.overview import kept_school
from course.calendar import school_year
from course.people.roles import Ability
from course.people.sign_in_settings import (
    CHOICES,
    FROM_SECONDARY,
    NEVER,
    GroupWay,
    SignInSettings,
    keep_group_ways,
    keep_sign_in_settings,
    read_group_ways,
    read_sign_in_settings,
)
from web.admin.doing import did, origin
from web.admin.routes import area
from web.display.bands import year_in_words
from web.http.doors import door
from web.http.hypermedia import shown
from web.http.identity import me, the_store

if TYPE_CHECKING:
    from flask import Response

    from course.people.access import School


GROUP = "group-"
"""What the field of a group is called, before its number."""


@dataclass(frozen=True, slots=True)
class PupilSignInView:
    """What a school has chosen, and what can be chosen."""

    school: School
    settings: SignInSettings
    years: tuple[tuple[int, str], ...]
    """From which year words take the place of pictures, as code and in words."""
    ways: tuple[GroupWay, ...]


@area.get("/schools/<int:school_id>/sign-in")
@door(Ability.KEEP_PEOPLE)
def pupil_sign_in(school_id: int) -> Response:
    """Show how pupils of a school sign in."""
    school = kept_school(the_store(), me(), school_id).school
    with the_store().read() as conn:
        settings = read_sign_in_settings(conn, school.id)
        ways = read_group_ways(conn, school.id, school_year(me().today))
    view = PupilSignInView(school, settings, tuple((one, _from(one)) for one in CHOICES), ways)
    return shown("admin/pupil_sign_in.html", "admin/_pupil_sign_in.html", view=view)


@area.post("/schools/<int:school_id>/sign-in")
@door(Ability.KEEP_PEOPLE)
def keep_pupil_sign_in(school_id: int) -> Response:
    """Keep what was chosen."""
    words_from = request.form.get("words_from", FROM_SECONDARY, type=int)
    settings = SignInSettings("at_home" in request.form, words_from)
    return did(
        lambda: _keep(school_id, settings),
        _("It is noted."),
        url_for("admin.pupil_sign_in", school_id=school_id),
    )


def _keep(school_id: int, settings: SignInSettings) -> None:
    keep_sign_in_settings(the_store(), me(), school_id, settings, origin())
    ways = {
        int(name.removeprefix(GROUP)): way
        for name, way in request.form.items()
        if name.startswith(GROUP) and name.removeprefix(GROUP).isdecimal()
    }
    keep_group_ways(the_store(), me(), school_id, school_year(me().today), ways, origin())


def _from(year: int) -> str:
    if year == NEVER:
        return _("In no year: always pictures")
    return _("From %(year)s on", year=year_in_words(str(year)))
