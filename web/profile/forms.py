"""The form of a profile plan, made of the questions that the curriculum asks."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import DateField, HiddenField, SelectField, TextAreaField

from course.errors import NotFound
from course.profile.plans import Plan
from web.http.converters import whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from course.curriculum.model import ProfileQuestions
    from course.profile.plans import PlanPage
    from course.reading.words import Words

SLIPS = (
    _l("Answer at least one question."),
    _l("Choose a day in this school year or one of the four after it."),
)
"""What `course.profile` may find wrong, listed so that the catalogs know it."""


class PlanForm(FlaskForm):  # type: ignore[misc]
    """What every plan has beside its answers."""

    until_on = DateField(_l("Time-bound: until when?"))
    kept_by = SelectField(_l("Who keeps this plan?"), choices=[], validate_choice=False)
    based_on = HiddenField()
    """The number of the version that its writer saw."""


def form_for(
    questions: ProfileQuestions, page: PlanPage, said: Callable[[Words], str], *, sent: bool
) -> PlanForm:
    """Make the form: as it was sent, or filled in with what was saved last."""
    fields = {one.id: TextAreaField(said(one.words)) for one in questions.all}
    made = type("FilledPlanForm", (PlanForm,), fields)
    if sent:
        form: PlanForm = made()
    else:
        form = made(formdata=None, data=_saved(page))
    form.kept_by.choices = [("", _("Nobody yet")), *((str(one), name) for one, name in page.team)]
    return form


def plan_of(form: PlanForm, questions: ProfileQuestions) -> Plan:
    """Read a plan from its form."""
    answers = {one.id: form[one.id].data or "" for one in questions.all}
    return Plan(MappingProxyType(answers), form.until_on.data, number_of(form.kept_by.data, "person"))


def number_of(chosen: str | None, kind: str) -> int | None:
    """The number that was chosen; None for nothing, and NotFound for what no form of ours offers."""
    if not chosen:
        return None
    try:
        return whole(chosen)
    except ValueError:
        raise NotFound(kind, chosen) from None


def _saved(page: PlanPage) -> dict[str, object]:
    if page.newest is None:
        return {"based_on": str(page.number)}
    plan = page.newest.plan
    keeper = plan.kept_by_id if plan.kept_by_id in dict(page.team) else None
    is_of_now = page.newest.school_year == page.school_year
    return {
        **plan.answers,
        "until_on": plan.until_on if is_of_now else None,
        "kept_by": str(keeper or ""),
        "based_on": str(page.number),
    }
