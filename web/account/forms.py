"""The form with which staff change their password."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import PasswordField
from wtforms.validators import InputRequired, Length

SLIPS = (
    _l("This is not your present password."),
    _l("This is the password that you have. Take another one."),
    _l("Take at least twelve characters."),
    _l("Take 128 characters at most."),
    _l(
        "This is easy to guess. Take four words that have nothing to do with each other, "
        "or let a password manager make one."
    ),
    _l(
        "Your name, your e-mail address or your school is in it, and little else. "
        "Who knows you guesses that. Take other words."
    ),
)
"""What `course.people.passwords` and `weak_passwords` may find wrong, listed so that the catalogs know it."""


class PasswordForm(FlaskForm):  # type: ignore[misc]
    """The password that is and the one that is to be."""

    current = PasswordField(
        _l("Present password"),
        validators=[InputRequired(_l("Fill in your present password.")), Length(max=1000)],
    )
    wanted = PasswordField(
        _l("New password"), validators=[InputRequired(_l("Fill in a new password.")), Length(max=1000)]
    )
