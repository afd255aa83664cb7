"""The forms at the door."""

from __future__ import annotations

from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import EmailField, PasswordField, StringField
from wtforms.validators import InputRequired, Length


class CodeForm(FlaskForm):  # type: ignore[misc]
    """Which class session somebody wants to join."""

    code = StringField(
        _l("Class code"),
        validators=[InputRequired(_l("Type the code that is on the board.")), Length(max=20)],
    )
    key = StringField(validators=[Length(max=40)])
    """What the QR code holds beside the class code; nobody types it."""


class StaffForm(FlaskForm):  # type: ignore[misc]
    """Which account somebody opens."""

    email = EmailField(
        _l("E-mail address"), validators=[InputRequired(_l("Fill in your e-mail address.")), Length(max=254)]
    )
    password = PasswordField(
        _l("Password"), validators=[InputRequired(_l("Fill in your password.")), Length(max=1000)]
    )
