"""The forms with which a board sets its goals; the course judges them, so that every way in follows the same rules."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import DateField, HiddenField, IntegerField, SelectField, TextAreaField
from wtforms.fields import SelectChoice

from course.curriculum.model import Measure, Purpose

SLIPS = (
    _l("Say what you ask of every school."),
    _l("This is too long; keep it under 300 characters."),
    _l("This is too long; keep it under 1000 characters."),
    _l("Choose the last day."),
    _l("Choose a day in the school year that these goals are for."),
    _l("Choose what counts."),
    _l("Fill in a whole number from 1 to 1000."),
    _l("Fill in a whole number up to 1000; 0 means every group."),
    _l("Fill in a whole number of weeks up to 20; 0 means once is enough."),
    _l("There are thirty goals already. Take one out first."),
    _l("A colleague changed this goal just now. See how it stands, and save again."),
)
"""What `course.goals.setting` may find wrong, listed so that the catalogs know it."""


class AdoptedGoalForm(FlaskForm):  # type: ignore[misc]
    """Until when and how many; the words of an adopted goal are its set's."""

    due = DateField(_l("By when, at the latest?"))
    target = IntegerField(_l("How many?"))
    rhythm = IntegerField(_l("How often? Once in so many school weeks"), default=0)
    revision = HiddenField(default="0")
    """As the goal stood when the form was drawn."""


class OwnGoalForm(AdoptedGoalForm):
    """A goal in the board's own words."""

    words = TextAreaField(_l("What do you ask of every school?"))
    explanation = TextAreaField(_l("What counts for it?"))
    measure = SelectField(
        _l("What is counted?"),
        choices=[
            SelectChoice(Measure.EVIDENCE_SCHOOL.value, _l("What the school notes")),
            SelectChoice(Measure.EVIDENCE_GROUPS.value, _l("Groups for which something is noted")),
            SelectChoice(
                Measure.GROUPS_COMPLETED.value,
                _l("Groups that completed a module, or for which something is noted"),
            ),
        ],
        validate_choice=False,
    )
    purpose = SelectField(
        _l("What of the logbook counts too?"),
        choices=[
            SelectChoice("", _l("Nothing: only what is noted for this goal")),
            SelectChoice(Purpose.PARENTS.value, _l("What was logged for parents")),
            SelectChoice(Purpose.TEACHING.value, _l("What was logged for a teaching goal")),
            SelectChoice(Purpose.PROFILE.value, _l("What was logged to show the school")),
            SelectChoice(Purpose.TEAM_TALK.value, _l("What was told of a talk with the team")),
            SelectChoice(Purpose.EVALUATION.value, _l("An evaluation that was frozen")),
        ],
        validate_choice=False,
    )
