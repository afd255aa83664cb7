"""The accounts elsewhere by which one comes in: linked, and undone.

A form can't lead to another site (`form-action`), so what it answers is a page with the link, which goes on by itself.
"""

from __future__ import annotations

from flask import Response, flash, url_for
from flask_babel import gettext as _

from course.errors import Invalid, NotFound
from course.people.roles import Ability
from course.people.sign_on import own
from course.people.sign_on.asking import Aim, Wanted
from web.account.routes import area
from web.http.converters import number
from web.http.doors import door
from web.http.hypermedia import gone_to, shown
from web.http.identity import me, now, the_store
from web.http.language import reason
from web.http.limits import device
from web.http.sign_on import way_to


@area.post("/sign-on")
@door(Ability.KEEP_PASSWORD, page="account.password", fresh=True)
def link_sign_on() -> Response:
    """Lead to the provider of the board whose account is to let one in."""
    wanted = number("provider")
    names = {one.provider_id: one.name for one in own.own_accounts(the_store(), me())}
    if wanted not in names:
        raise NotFound("page", "")
    address = way_to(wanted, Wanted(Aim.LINK, me().person_id))
    return led_to(address, names[wanted])


@area.post("/sign-on/remove")
@door(Ability.KEEP_PASSWORD, page="account.password", fresh=True)
def unlink_sign_on() -> Response:
    """Come in by an account no more."""
    try:
        own.unlink(the_store(), me(), number("provider"), now(), device())
    except Invalid as wrong:
        flash(" ".join(reason(why) for why in wrong.fields.values()), "warn")
    else:
        flash(_("This account lets you in no more."), "good")
    return gone_to(url_for("account.password"))


def led_to(address: str, name: str) -> Response:
    """Show the page that leads to a provider."""
    return shown("account/led.html", "account/led.html", address=address, name=name)
