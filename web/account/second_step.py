"""The page of one's own second step: an app is set up by a QR code or by typing, and codes on paper are told once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, flash, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import InputRequired, Length

from course.errors import Invalid
from course.people.factors import keeping
from course.people.factors.passkeys import own_passkeys
from course.people.roles import Ability
from web.account.routes import area
from web.display.qr_code import drawn_once
from web.http.doors import door
from web.http.hypermedia import gone_to, shown
from web.http.identity import me, now, the_store
from web.http.language import reason
from web.http.limits import device
from web.http.site import passkey_site

if TYPE_CHECKING:
    from collections.abc import Sequence

SLIPS = (
    _l("This code is not right, or it was used already. Wait for the next one and try again."),
    _l("Set up an app or a passkey first."),
)
"""What `course.people.factors` may find wrong, listed so that the catalogs know it."""


class ShownCodeForm(FlaskForm):  # type: ignore[misc]
    """What an app shows that was told the secret."""

    code = StringField(
        _l("The six digits that the app shows"),
        validators=[InputRequired(_l("Type the code.")), Length(max=40)],
    )


@area.get("/second-step")
@door(Ability.KEEP_PASSWORD)
def second_step() -> Response:
    """Show what the own account has beside the password, and what is being set up."""
    return _page(ShownCodeForm())


@area.post("/second-step/app")
@door(Ability.KEEP_PASSWORD, page="account.second_step", fresh=True)
def begin_app() -> Response:
    """Make a secret for an app; the page then shows it."""
    keeping.begin_app(the_store(), me(), now(), device())
    return gone_to(url_for("account.second_step"))


@area.post("/second-step/app/code")
@door(Ability.KEEP_PASSWORD, page="account.second_step")
def confirm_app() -> Response:
    """Ask codes of the app from now on, and show the codes for on paper, this once."""
    form = ShownCodeForm()
    if not form.validate():
        return _page(form, 422)
    try:
        codes = keeping.confirm_app(the_store(), me(), form.code.data, now(), device())
    except Invalid as wrong:
        form.code.errors = [reason(why) for why in wrong.fields.values()]
        return _page(form, 422)
    flash(_("The second step is set up. From now on you need the app too when you sign in."), "good")
    return codes_told(codes) if codes else gone_to(url_for("account.second_step"))


@area.post("/second-step/codes")
@door(Ability.KEEP_PASSWORD, page="account.second_step", fresh=True)
def new_codes() -> Response:
    """Draw the codes for on paper anew."""
    return codes_told(keeping.new_codes(the_store(), me(), now(), device()))


@area.post("/second-step/app/remove")
@door(Ability.KEEP_PASSWORD, page="account.second_step", fresh=True)
def drop_app() -> Response:
    """Ask codes of the app no more."""
    keeping.drop_app(the_store(), me(), now(), device())
    flash(_("The app is not asked any more. You can remove Deelwijs from it."), "good")
    return gone_to(url_for("account.second_step"))


def codes_told(codes: Sequence[str]) -> Response:
    """Show recovery codes, which nobody can read back later."""
    return shown("account/codes.html", "account/_codes.html", codes=codes)


def _page(form: ShownCodeForm, status: int = 200) -> Response:
    own = keeping.own_factors(the_store(), me(), now(), device())
    qr = drawn_once(own.setting.address) if own.setting else ""
    return shown(
        "account/second_step.html",
        "account/_second_step.html",
        status,
        form=form,
        own=own,
        qr=qr,
        passkeys=own_passkeys(the_store(), me()),
        can_make=passkey_site() is not None,
    )
