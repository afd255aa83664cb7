"""The pages on which an administrator of the board keeps the accounts elsewhere that let staff in."""

from __future__ import annotations

from flask import Response, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from course.administration import sign_on as kept
from course.people.roles import Ability
from course.people.sign_on.providers import Settings, Stands
from web.admin.doing import did, origin
from web.admin.routes import area
from web.http.converters import number
from web.http.doors import door
from web.http.hypermedia import shown
from web.http.identity import me, the_store
from web.http.limits import device
from web.http.sign_on import come_back_to
from web.http.site import vouched_url

STANDS = {
    Stands.TOLD: _l("Only where the provider says that it asked one"),
    Stands.TRUSTED: _l("Yes: at our provider nobody comes in without a second step"),
    Stands.OWN: _l("No: Deelwijs asks its own second step too"),
}


@area.get("/sign-on")
@door(Ability.KEEP_PEOPLE)
def sign_on() -> Response:
    """List the providers, and show the form for one more."""
    return shown(
        "admin/sign_on.html",
        "admin/sign_on.html",
        kept=kept.kept_providers(the_store(), me()),
        given=Settings("", ""),
        stands=STANDS,
        site=vouched_url(),
    )


@area.post("/sign-on")
@door(Ability.KEEP_PEOPLE, page="admin.sign_on", fresh=True)
def add_provider() -> Response:
    """Add a provider; the page then says what the provider has to know."""
    return did(
        lambda: kept.add(the_store(), me(), request.form.get("issuer", ""), _given(), device().key, origin()),
        _("It is added. Now tell the provider the address below, and link your own account to try it."),
        url_for("admin.sign_on"),
    )


@area.get("/sign-on/<int:provider_id>")
@door(Ability.KEEP_PEOPLE)
def provider(provider_id: int) -> Response:
    """Show one provider, to be changed or removed."""
    found = kept.kept_provider(the_store(), me(), provider_id)
    return shown(
        "admin/provider.html",
        "admin/provider.html",
        one=found,
        given=found.provider,
        stands=STANDS,
        back_at=come_back_to(provider_id) if vouched_url() else "",
    )


@area.post("/sign-on/change")
@door(Ability.KEEP_PEOPLE, page="admin.sign_on", fresh=True)
def change_provider() -> Response:
    """Change one, and look up anew where it does what."""
    which = number("provider")
    return did(
        lambda: kept.change(the_store(), me(), which, _given(), device().key, origin()),
        _("It is changed."),
        url_for("admin.provider", provider_id=which),
    )


@area.post("/sign-on/remove")
@door(Ability.KEEP_PEOPLE, page="admin.sign_on", fresh=True)
def remove_provider() -> Response:
    """Let nobody in by it any more."""
    return did(
        lambda: kept.remove(the_store(), me(), number("provider"), origin()),
        _("It is removed. Who came in by it needs a password now, or another account."),
        url_for("admin.sign_on"),
    )


def _given() -> Settings:
    names = ("client_id", "secret", "scopes", "subject_claim", "second_step", "second_claim", "second_values")
    form = request.form
    given = {name: form[name] for name in names if name in form}
    return Settings(form.get("name", ""), **({"client_id": ""} | given))
