"""Thin routes of one's own account."""

from __future__ import annotations

from flask import Blueprint, Response, current_app, flash, request, url_for
from flask_babel import gettext as _

from course.errors import Invalid
from course.people.actor import Notice
from course.people.factors.keeping import own_factors
from course.people.mail.weekly import may_want, wants
from course.people.own_sign_ins import own_sign_ins
from course.people.passwords import change_password
from course.people.roles import Ability
from course.people.sign_on.own import own_accounts
from web.account.forms import PasswordForm
from web.http.doors import door
from web.http.hypermedia import gone_to, shown
from web.http.identity import me, now, the_store
from web.http.language import reason
from web.http.limits import device
from web.http.site import vouched_url

area = Blueprint("account", __name__, url_prefix="/account")


@area.route("", methods=["GET", "POST"])
@door(Ability.KEEP_PASSWORD)
def password() -> Response:
    """Show the form, and take a new password from who knows the present one."""
    form = PasswordForm()
    if request.method != "POST":
        return _shown(form)
    if not form.validate():
        return _shown(form, 422)
    try:
        change_password(the_store(), me(), form.current.data, form.wanted.data, now(), device())
    except Invalid as wrong:
        for name, why in wrong.fields.items():
            form[name].errors = [reason(why)]
        return _shown(form, 422)
    flash(_("Your password is changed. Wherever else you were signed in, you are out."), "good")
    was_drawn = me().notice is Notice.OWN_PASSWORD
    return gone_to(url_for("sign_in.front" if was_drawn else "account.password"))


def _weekly() -> str:
    """Tell whether the letter of the week is on or off; "" for who is offered none, and where no mail goes."""
    if current_app.config["MAIL"] is None or not may_want(me()):
        return ""
    return "on" if wants(the_store(), me().person_id) else "off"


def _shown(form: PasswordForm, status: int = 200) -> Response:
    own = own_factors(the_store(), me(), now(), device())
    devices = own_sign_ins(the_store(), me(), now())
    return shown(
        "account/password.html",
        "account/_password.html",
        status,
        form=form,
        own=own,
        sign_ins=devices,
        accounts=own_accounts(the_store(), me()) if vouched_url() else (),
        weekly=_weekly(),
    )
