"""Thin routes of the profile plan: teachers and director read it, the director writes, an officer reads per school."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, request, url_for
from flask_babel import gettext as _

from course.errors import Clash, Invalid
from course.people.roles import Ability
from course.profile.plans import plan_page, save_plan
from web.http import bodies
from web.http.converters import whole
from web.http.doors import door
from web.http.hypermedia import gone_to, shown
from web.http.identity import me, now, the_library, the_store
from web.http.language import locale_code, reason
from web.profile.forms import form_for, number_of, plan_of
from web.profile.views import plan_view, told, years

if TYPE_CHECKING:
    from flask import Response

    from course.curriculum.model import ProfileQuestions
    from course.profile.plans import PlanPage
    from course.reading.words import Words
    from web.profile.forms import PlanForm

area = Blueprint("profile", __name__, url_prefix="/profile")

PLAN = bodies.Bound(bytes=256 * 1024, seconds=30)
"""Ten answers of 2,000 characters, of which a form makes up to twelve bytes each."""


@area.get("/")
@door(Ability.NOTE_EVIDENCE)
def plan() -> Response:
    """Show the plan of the own school: the newest, or the version that was asked for."""
    return _read(plan_page(the_store(), me()))


@area.get("/schools/<int:school_id>")
@door(Ability.BOARD_COUNTS)
def of_school(school_id: int) -> Response:
    """Show the plan of one school of the board."""
    return _read(plan_page(the_store(), me(), school_id))


@area.get("/write")
@door(Ability.LEAD_SCHOOL)
def write() -> Response:
    """Show the form, filled in with what was saved last; a new school year begins with last year's answers."""
    page = plan_page(the_store(), me())
    return _form(page, form_for(_asked(), page, _said, sent=False))


@area.post("/write")
@door(Ability.LEAD_SCHOOL)
@bodies.takes(PLAN)
def save() -> Response:
    """Save a new version; what can't be taken comes back as it was filled in."""
    page, asked = plan_page(the_store(), me()), _asked()
    form = form_for(asked, page, _said, sent=True)
    based_on = number_of(form.based_on.data, "version") or 0
    try:
        save_plan(the_store(), me(), asked, plan_of(form, asked), based_on, now())
    except Invalid as wrong:
        for name, why in wrong.fields.items():
            form[name].errors = [reason(why)]
        return _form(page, form, 422)
    except Clash:
        page = plan_page(the_store(), me())
        form.based_on.process_data(str(page.number))
        return _form(page, form, 409, clashed=True)
    flash(_("The plan is saved as a new version."), "good")
    return gone_to(url_for("profile.plan"))


def _asked() -> ProfileQuestions:
    return the_library().curriculum.profile


def _said(words: Words) -> str:
    return words.for_locale(locale_code())


def _read(page: PlanPage) -> Response:
    year, number = (request.args.get(name, type=whole) for name in ("year", "number"))
    version = page.newest if year is None or number is None else page.version(year, number)
    view = plan_view(page, _asked(), version)
    return shown("profile/plan.html", "profile/_plan.html", view=view)


def _form(page: PlanPage, form: PlanForm, status: int = 200, *, clashed: bool = False) -> Response:
    newest = page.newest
    return shown(
        "profile/write.html",
        "profile/_write.html",
        status,
        form=form,
        asked=_asked(),
        year=years(page.school_year),
        newest=told(newest) if newest else "",
        clashed=clashed,
    )
