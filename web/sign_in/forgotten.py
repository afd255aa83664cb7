"""Where who forgot a password asks for a link by mail; without a mail server, whom to ask instead."""

from __future__ import annotations

from typing import Any

from flask import Response, current_app, url_for
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import EmailField
from wtforms.validators import InputRequired, Length

from course.errors import Invalid
from course.people.mail.forgotten import ask_for_link
from web.http.doors import ANYBODY, door
from web.http.hypermedia import gone_to, shown
from web.http.identity import now, the_store
from web.http.language import locale_code, reason
from web.http.limits import device
from web.http.site import site_url
from web.sign_in.routes import area


class ForgottenForm(FlaskForm):  # type: ignore[misc]
    """Whose password it is."""

    email = EmailField(
        _l("E-mail address"), validators=[InputRequired(_l("Fill in your e-mail address.")), Length(max=254)]
    )


@area.route("/sign-in/forgotten", methods=["GET", "POST"])
@door(ANYBODY)
def forgotten() -> Response:
    """Take an address, and answer alike whoever has it."""
    form = ForgottenForm()
    if current_app.config["MAIL"] is None or not form.is_submitted():
        return _page(form=form)
    if not form.validate():
        return _page(422, form=form)
    try:
        ask_for_link(the_store(), form.email.data, site_url(), locale_code(), now(), device())
    except Invalid as wrong:
        form.email.errors = [reason(why) for why in wrong.fields.values()]
        return _page(422, form=form)
    return gone_to(url_for("sign_in.under_way"))


@area.get("/sign-in/forgotten/under-way")
@door(ANYBODY)
def under_way() -> Response:
    """Say that a letter is under way, if there is an account."""
    return shown("sign_in/under_way.html", "sign_in/under_way.html")


def _page(status: int = 200, **context: Any) -> Response:
    template = "sign_in/forgotten.html"
    return shown(template, template, status, by_mail=current_app.config["MAIL"] is not None, **context)
