"""The page on which whoever holds a link for one use chooses a password."""

from __future__ import annotations

from flask import Response, flash, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import PasswordField, StringField
from wtforms.validators import InputRequired, Length

from course.errors import Invalid, NotFound
from course.people.invitations import accept, hash_of_link, token_of
from course.people.sign_on.asking import Aim, Wanted
from course.people.sign_on.providers import offered
from web.account.routes import area
from web.account.sign_on import led_to
from web.http.converters import number
from web.http.doors import ANYBODY, door
from web.http.hypermedia import gone_to, shown
from web.http.identity import now, the_store
from web.http.language import reason
from web.http.limits import device
from web.http.sign_on import way_to
from web.http.site import vouched_url


class InvitedForm(FlaskForm):  # type: ignore[misc]
    """The link, which script fills in from behind the #, and the password that is to be."""

    link = StringField(_l("Your link"), validators=[InputRequired(_l("Paste the link.")), Length(max=400)])
    wanted = PasswordField(
        _l("New password"), validators=[InputRequired(_l("Fill in a new password.")), Length(max=1000)]
    )


@area.route("/invited", methods=["GET", "POST"])
@door(ANYBODY)
def invited() -> Response:
    """Show the form, and take the password from who holds a link that was not used."""
    form = InvitedForm()
    if form.is_submitted() and request.form.get("with"):
        return _taken_up_elsewhere(form)
    if not form.is_submitted():
        return _shown(form)
    if not form.validate():
        return _shown(form, 422)
    try:
        accept(the_store(), token_of(form.link.data), form.wanted.data, now(), device())
    except NotFound:
        form.link.errors = [_("This link was used, or it is too old. Ask your administrator for a new one.")]
        return _shown(form, 422)
    except Invalid as wrong:
        form.wanted.errors = [reason(why) for why in wrong.fields.values()]
        return _shown(form, 422)
    flash(_("Your password is set. Sign in with your e-mail address and this password."), "good")
    return gone_to(url_for("sign_in.staff"))


def _taken_up_elsewhere(form: InvitedForm) -> Response:
    """Lead to the provider by whose account the holder of the link comes in from now on, without a password."""
    ways = {one.id: one.name for one in offered(the_store())}
    if (chosen := number("with")) not in ways:
        raise NotFound("page", "")
    try:
        hashed = hash_of_link(the_store(), token_of(form.link.data or ""), now())
    except NotFound:
        form.link.errors = [_("This link was used, or it is too old. Ask your administrator for a new one.")]
        return _shown(form, 422)
    return led_to(way_to(chosen, Wanted(Aim.INVITED, None, hashed)), ways[chosen])


def _shown(form: InvitedForm, status: int = 200) -> Response:
    ways = offered(the_store()) if vouched_url() else ()
    return shown("account/invited.html", "account/_invited.html", status, form=form, ways=ways)
