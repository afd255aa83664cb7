"""A new school year of a school: looked at, changed, written, and undone while it can be."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flask import Response, flash, request, url_for
from flask_babel import gettext as _

from course.administration import rollover as years
from course.administration.overview import kept_school
from course.calendar import school_day
from course.errors import Invalid, Stale
from course.evaluation.closing import close_years
from course.people.roles import Ability
from web.admin.doing import did, origin
from web.admin.routes import area
from web.http import bodies
from web.http.doors import door
from web.http.hypermedia import gone_to, shown
from web.http.identity import library_under, me, now, the_store
from web.http.language import reason

if TYPE_CHECKING:
    from course.administration.rollover import LastRollover, Rollover
    from course.people.access import School

LINES = bodies.Bound(bytes=64 * 1024, seconds=20)
"""A name for each of some hundreds of lines."""
TO = "to-"
"""Before the key of a line, in the name of its field."""


@dataclass(frozen=True, slots=True)
class RolloverView:
    """A new school year as it would be, and the last one while it can be undone."""

    school: School
    found: Rollover
    last: LastRollover | None
    old_year: str
    new_year: str
    slip: str


@area.get("/schools/<int:school_id>/year")
@door(Ability.KEEP_PEOPLE)
def rollover(school_id: int) -> Response:
    """Show who goes up, who leaves and who is new."""
    return _page(_school(school_id))


@area.post("/schools/<int:school_id>/year")
@door(Ability.KEEP_PEOPLE)
@bodies.takes(LINES)
def begin_year(school_id: int) -> Response:
    """Show it with other choices, write it as it was shown, or undo the last one."""
    school, here = _school(school_id), url_for("admin.rollover", school_id=school_id)
    if request.form.get("do") == "undo":
        return did(
            lambda: years.undo(the_store(), school, origin()), _("Everybody is back where they were."), here
        )
    if request.form.get("do") != "confirm":
        return _page(school)
    close_years(the_store(), lambda one: library_under(one.protocol), [school], school_day(now()))
    try:
        written = years.confirm(the_store(), school, _chosen(), request.form.get("fingerprint", ""), origin())
    except Stale:
        return _page(school, 409, _("This is how it would be now. Look once more, and confirm then."))
    except Invalid as wrong:
        return _page(school, 422, " ".join(reason(why) for why in wrong.fields.values()))
    words = _(
        "The new school year has begun: %(moving)s pupils went on, %(leaving)s left.",
        moving=written.moving,
        leaving=written.leaving,
    )
    flash(words, "good")
    return gone_to(here)


def _school(school_id: int) -> School:
    return kept_school(the_store(), me(), school_id).school


def _chosen() -> dict[str, str]:
    return {name[len(TO) :]: value for name, value in request.form.items() if name.startswith(TO)}


def _page(school: School, status: int = 200, slip: str = "") -> Response:
    try:
        found = years.plan(the_store(), school, school_day(now()), _chosen())
    except Invalid as wrong:
        status, slip = 422, " ".join(reason(why) for why in wrong.fields.values())
        found = years.plan(the_store(), school, school_day(now()))
    last = years.last_rollover(the_store(), school)
    old, new = (f"{year}-{year + 1}" for year in (found.from_year, found.to_year))
    view = RolloverView(school, found, last, old, new, slip)
    return shown("admin/rollover.html", "admin/_rollover.html", status, view=view)
