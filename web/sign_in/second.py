"""The second step at the door: a code of an app, or one of paper."""

from __future__ import annotations

from typing import Any

from flask import Response, flash, session, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import InputRequired, Length

from course.errors import Invalid, NotFound
from course.people.factors.second_step import awaited, finish
from web.http.doors import ANYBODY, door
from web.http.hypermedia import gone_to, shown
from web.http.identity import now, the_store
from web.http.language import reason
from web.http.limits import device
from web.http.site import passkey_site
from web.sign_in.routes import area, come_in

ASKED = "second"
"""What the cookie keeps the name of the step as."""


class CodeOfAppForm(FlaskForm):  # type: ignore[misc]
    """What proves that somebody has the phone or the paper too."""

    code = StringField(_l("Code"), validators=[InputRequired(_l("Type the code.")), Length(max=40)])


@area.route("/sign-in/second", methods=["GET", "POST"])
@door(ANYBODY)
def second() -> Response:
    """Take a code of who typed a password before; who comes without begins at the beginning."""
    form = CodeOfAppForm()
    token = session.get(ASKED, "")
    try:
        factors = awaited(the_store(), token, now())
        if not form.is_submitted():
            return _page(form=form, factors=factors)
        if not form.validate():
            return _page(422, form=form, factors=factors)
        came_in = finish(the_store(), token, form.code.data, now(), device())
    except NotFound:
        session.pop(ASKED, None)
        flash(_("That took too long. Sign in once more."), "info")
        return gone_to(url_for("sign_in.staff"))
    except Invalid as wrong:
        form.code.errors = [reason(why) for why in wrong.fields.values()]
        return _page(422, form=form, factors=factors)
    return come_in(came_in)


def _page(status: int = 200, **context: Any) -> Response:
    template = "sign_in/second.html"
    return shown(template, template, status, passkeys=passkey_site() is not None, **context)
