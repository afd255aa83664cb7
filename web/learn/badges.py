"""Thin route of a badge: the certificate of an own completed module as a file that anybody can check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import Response, current_app
from flask_babel import gettext as _

from course.errors import NotFound
from course.learning.badge import Awarded, credential, signed
from course.learning.development import certificate_of
from course.people.keys.keeping import signing_key
from course.people.roles import Ability
from web.display.awarding import awarding
from web.http.doors import door
from web.http.identity import me, now, the_library, the_store
from web.http.language import locale_code
from web.learn.development import certificate_view
from web.learn.routes import area

if TYPE_CHECKING:
    from course.learning.development import Certificate


@area.post("/development/<module>/badge")
@door(Ability.OWN_DEVELOPMENT, page="learn.certificate")
def badge(module: str) -> Response:
    """Give it, signed by the board; NotFound where nobody vouches for the address that would stand in it."""
    awarded = _awarded(certificate_of(the_store(), the_library(), me(), module))
    secret, by = str(current_app.secret_key).encode(), awarding(me().board_id)
    if by is None:
        raise NotFound("page", "")
    key = signing_key(the_store(), me().board_id, secret, now())
    answer = Response(signed(credential(awarded, by, secret), by, key), mimetype="application/jwt")
    answer.headers["Content-Disposition"] = f'attachment; filename="deelwijs-{module}.jwt"'
    answer.headers["Cache-Control"] = "no-store, private"
    return answer


def _awarded(found: Certificate) -> Awarded:
    """Put a certificate in the words that the badge keeps."""
    view, locale = certificate_view(found), locale_code()
    how = _(
        "All lessons of the module were completed and its quiz was passed, with the protocol named here as the answer key."
    )
    return Awarded(
        certificate=found,
        person_id=me().person_id,
        title=found.module.words.for_locale(locale),
        summary=found.module.summary.for_locale(locale),
        how=f"{how} {view.rules or _('The version was not kept at the time.')}",
        rules=view.rules,
        locale=locale,
    )
