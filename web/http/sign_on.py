"""To a provider that tells who somebody is, and back: which address, and what the browser's cookie keeps meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import session, url_for
from flask_babel import lazy_gettext as _l

from course.errors import NotFound
from course.people.sign_on.asking import begin
from web.http.identity import now, the_store
from web.http.site import vouched_url

if TYPE_CHECKING:
    from course.people.sign_on.asking import Wanted

KEPT = "sign_on"
"""What the cookie keeps the state as."""
SLIPS = (
    _l("What the provider answered can't be trusted, or it took too long. Try once more."),
    _l("You stopped at the provider, or it didn't let you in."),
    _l(
        "This account is not linked to anybody here. Sign in with your password, and link it on the page My account."
    ),
    _l("This account is linked to somebody else here, or you have another one linked. Undo that first."),
    _l("You are not signed in here any more as who you were. Begin once more."),
    _l("You have no password and no passkey: without this account you could not come in any more."),
    _l("You have no role here any more. Ask your administrator."),
    _l("The address has to begin with https://."),
    _l("The provider can't be reached at this address, or doesn't answer as OpenID Connect asks."),
    _l(
        "At this address a provider answers that calls itself otherwise. Fill in the issuer letter by letter."
    ),
    _l("There is one with this name, or with this issuer and number, already."),
    _l("Fill in a name, the issuer, the number of the application and its secret."),
    _l("One of the fields is too long, or has a word that is not known."),
)
"""What `course.people.sign_on` may find wrong, listed so that the catalogs know it."""


def come_back_to(provider_id: int) -> str:
    """Give the address to which a provider sends people back, as it has to know it too.

    NotFound where nobody vouches for the name of the site: a code would go to whom a request's `Host` names.
    """
    if (site := vouched_url()) is None:
        raise NotFound("page", "")
    return site + url_for("sign_in.sign_on_back", provider_id=provider_id)


def way_to(provider_id: int, wanted: Wanted) -> str:
    """Give the provider's address that asks who it is; the answer comes back to this browser alone."""
    session[KEPT], address = begin(the_store(), provider_id, wanted, come_back_to(provider_id), now())
    return address
