"""Thin routes of one's own account."""

from __future__ import annotations

from flask import Blueprint, Response, flash, g, url_for
from flask_babel import gettext as _

from course.errors import Invalid
from course.people.passwords import change_password
from course.people.roles import Ability
from web.account.forms import PasswordForm
from web.http.doors import door
from web.http.hypermedia import gone_to, shown
from web.http.identity import me, the_store
from web.http.limits import STAFF_ADDRESS_TRIES, STAFF_TRIES, Tries, is_look, person, was_no_password

area = Blueprint("account", __name__, url_prefix="/account")


@area.route("", methods=["GET", "POST"])
@door(Ability.KEEP_PASSWORD)
@Tries(STAFF_TRIES, scope="staff", key_func=person, exempt_when=is_look, deduct_when=was_no_password)
@Tries(STAFF_ADDRESS_TRIES, scope="staff", exempt_when=is_look, deduct_when=was_no_password)
def password() -> Response:
    """Show the form, and take a new password from who knows the present one."""
    form = PasswordForm()
    if is_look():
        return _shown(form)
    if not form.validate():
        return _shown(form, 422)
    try:
        change_password(the_store(), me(), form.current.data, form.wanted.data)
    except Invalid as wrong:
        g.wrong_password = "current" in wrong.fields
        for name, why in wrong.fields.items():
            form[name].errors = [_(why)]
        return _shown(form, 422)
    flash(_("Your password is changed. Wherever else you were signed in, you are out."), "good")
    return gone_to(url_for("account.password"))


def _shown(form: PasswordForm, status: int = 200) -> Response:
    return shown("account/password.html", "account/_password.html", status, form=form)
