"""What is kept of oneself, for whoever is signed in: read on the spot, printed, or taken along as a file."""

from __future__ import annotations

import json

from flask import Response, request

from course.people.roles import Ability
from course.privacy.known import known_of
from web.account.routes import area
from web.display.known import known_parts
from web.http.doors import door
from web.http.hypermedia import shown
from web.http.identity import me, now, the_store


@area.get("/kept")
@door(Ability.READ_RULES)
def known() -> Response:
    """Show somebody all that is kept of them."""
    with the_store().read() as conn:
        found = known_of(conn, me().person_id, now())
    if request.args.get("format") != "file":
        return shown("account/known.html", "account/known.html", known=found, parts=known_parts(found))
    file = Response(json.dumps(found.plain(), ensure_ascii=False, indent=1), mimetype="application/json")
    file.headers["Content-Disposition"] = 'attachment; filename="deelwijs.json"'
    file.headers["Cache-Control"] = "no-store, private"
    return file
