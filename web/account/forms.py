"""The form with which staff change their password."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import PasswordField
from wtforms.validators import InputRequired, Length

SLIPS = (
    _l("This is not your present password."),
    _l("Take at least twelve characters."),
)
"""What `course.people.passwords` may find wrong, listed so that the catalogs know it."""


class PasswordForm(FlaskForm):  # type: ignore[misc]
    """The password that is and the one that is to be."""

    current = PasswordField(
        _l("Present password"),
        validators=[InputRequired(_l("Fill in your present password.")), Length(max=1000)],
    )
    wanted = PasswordField(
        _l("New password"), validators=[InputRequired(_l("Fill in a new password.")), Length(max=1000)]
    )
