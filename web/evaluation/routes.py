"""Thin routes of evaluations: write, freeze, read, and look where one is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Blueprint, flash, url_for
from flask_babel import get_locale
from flask_babel import gettext as _

from course.calendar import school_day, school_year
from course.errors import Invalid
from course.evaluation.figures import figures_now
from course.evaluation.reading import board_evaluations, frozen_of, last_frozen, read_evaluation
from course.evaluation.writing import Said, draft_of, freeze, save_draft
from course.journal.journal import Origin, coarse
from course.people.roles import Ability
from web.evaluation import views
from web.evaluation.forms import form_for, name_of
from web.http import bodies
from web.http.converters import whole
from web.http.doors import door
from web.http.hypermedia import gone_to, shown
from web.http.identity import me, now, the_library, the_store
from web.http.language import reason
from web.http.limits import address

if TYPE_CHECKING:
    from flask import Response

    from course.evaluation.pages import Evaluation
    from web.evaluation.forms import EvaluationForm

area = Blueprint("evaluation", __name__, url_prefix="/evaluation")

STORY = bodies.Bound(bytes=256 * 1024, seconds=20)
"""Five texts of 4,000 characters, of which a form makes up to twelve bytes each."""


@area.get("/")
@door(Ability.NOTE_EVIDENCE)
def overview() -> Response:
    """List what the school froze."""
    lines = tuple(views.frozen_line(one) for one in frozen_of(the_store(), me()))
    return shown("evaluation/overview.html", "evaluation/_overview.html", lines=lines)


@area.get("/draft")
@door(Ability.LEAD_SCHOOL)
def draft() -> Response:
    """Show the draft, beside the figures as they stand now and as they were frozen last."""
    kept = _draft()
    form = _form(kept, empty=True)
    for place, one in enumerate(kept.answers):
        form[name_of(place)].data = one.answer
    form.decisions.data, form.new_goals.data = kept.decisions, "\n".join(kept.new_goals)
    form.revision.data = str(kept.revision)
    return _shown(form, kept)


@area.post("/draft")
@door(Ability.LEAD_SCHOOL, page="evaluation.draft")
@bodies.takes(STORY)
def save() -> Response:
    """Keep the draft."""
    kept = _draft()
    form = _form(kept)
    try:
        save_draft(the_store(), the_library(), me(), _said(form, kept), now())
    except Invalid as wrong:
        return _told_off(form, kept, wrong)
    flash(_("The draft is kept. Only the directors of your school can see it."), "good")
    return gone_to(url_for("evaluation.draft"))


@area.post("/freeze")
@door(Ability.LEAD_SCHOOL, page="evaluation.draft")
@bodies.takes(STORY)
def freeze_it() -> Response:
    """Freeze the evaluation with the figures of this moment."""
    kept = _draft()
    form = _form(kept)
    if not form.sure.data:
        return _told_off(form, kept, Invalid(sure="Tick that you know that nothing changes any more."))
    try:
        origin = Origin(now(), me().person_id, coarse(address()))
        words = _("The evaluation is frozen, with its figures, decisions and new goals.")
        frozen = freeze(the_store(), the_library(), me(), _said(form, kept), origin, noted_as=words)
    except Invalid as wrong:
        return _told_off(form, kept, wrong)
    flash(_("The evaluation is frozen. Your team and your board can read it."), "good")
    return gone_to(url_for("evaluation.read", evaluation=frozen))


@area.get("/<int:evaluation>")
@door(Ability.READ_EVALUATIONS)
def read(evaluation: int) -> Response:
    """Show a frozen evaluation, compared with the one before."""
    found = read_evaluation(the_store(), me(), evaluation)
    this, before = found.evaluation, found.before
    frozen_at = this.frozen_at or now()
    figures = views.figures_view(
        before.figures if before else (), before.frozen_at if before else None, this.figures, frozen_at
    )
    return shown(
        "evaluation/evaluation.html",
        "evaluation/_evaluation.html",
        found=found,
        figures=figures,
        day=views.day_of(frozen_at),
        year=views.years(this.school_year),
    )


@area.get("/schools")
@door(Ability.BOARD_COUNTS)
def schools() -> Response:
    """Show the officer which schools evaluated this school year."""
    year = school_year(school_day(now()))
    lines = tuple(views.school_line(one, year) for one in board_evaluations(the_store(), me()))
    return shown(
        "evaluation/schools.html",
        "evaluation/_schools.html",
        lines=lines,
        there=sum(one.newest is not None for one in lines),
        year=views.years(year),
    )


def _draft() -> Evaluation:
    return draft_of(the_store(), the_library(), me(), now())


def _form(kept: Evaluation, *, empty: bool = False) -> EvaluationForm:
    made = form_for(kept.answers, str(get_locale()))
    return made(formdata=None) if empty else made()


def _said(form: EvaluationForm, kept: Evaluation) -> Said:
    try:
        revision = whole(form.revision.data or "0")
    except ValueError:
        revision = -1
    return Said(
        answers={one.goal_id: form[name_of(place)].data or "" for place, one in enumerate(kept.answers)},
        decisions=form.decisions.data or "",
        new_goals=form.new_goals.data or "",
        revision=revision,
    )


def _told_off(form: EvaluationForm, kept: Evaluation, wrong: Invalid) -> Response:
    places = {one.goal_id: name_of(place) for place, one in enumerate(kept.answers)}
    for name, why in wrong.fields.items():
        form[places.get(name, name)].errors = [reason(why)]
    return _shown(form, kept, 422)


def _shown(form: EvaluationForm, kept: Evaluation, status: int = 200) -> Response:
    last = last_frozen(the_store(), me())
    current = figures_now(the_store(), the_library(), me(), school_day(now()))
    figures = views.figures_view(
        last.figures if last else (), last.frozen_at if last else None, current, now()
    )
    names = [name_of(place) for place in range(len(kept.answers))]
    return shown(
        "evaluation/draft.html",
        "evaluation/_draft.html",
        status,
        form=form,
        names=names,
        figures=figures,
        year=views.years(kept.school_year),
    )
