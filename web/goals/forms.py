"""The form with which evidence is noted."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import DateField, HiddenField, SelectField, TextAreaField

SLIPS = (
    _l("Tell what happened."),
    _l("This is too long; keep it under 2000 characters."),
    _l("Choose the day on which it happened."),
    _l("This day is still to come."),
    _l("Choose a day in this school year."),
    _l("Choose the group that this is about."),
    _l("There is a pupil's name in it. Better leave it out, or press once more to keep it."),
)
"""What `course.goals` may find wrong, listed so that the catalogs know it."""
WHOLE_SCHOOL = ""
"""The choice for what no single group did."""


class EvidenceForm(FlaskForm):  # type: ignore[misc]
    """When, by whom and what; the course judges it, so that every way in follows the same rules."""

    happened_on = DateField(_l("When was it?"))
    group_id = SelectField(_l("Who is it about?"), choices=[], validate_choice=False)
    words = TextAreaField(_l("What happened?"))
    warned = HiddenField()
    """Filled once the writer was warned of a name."""
