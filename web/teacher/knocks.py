"""A teacher opens the door for a pupil who forgot what opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flask import flash, request, url_for
from flask_babel import gettext as _

from course.classroom import knocks
from course.people.roles import Ability
from web.http.converters import number
from web.http.doors import door
from web.http.hypermedia import gone_to
from web.http.identity import me, now, the_store
from web.teacher.routes import area

if TYPE_CHECKING:
    from flask import Response

PAGES = {"group": "teacher.group", "session": "teacher.session"}
"""On which pages knocks are told, by what a form says."""


@area.post("/groups/<int:group_id>/knocks")
@door(Ability.TEACH, page="teacher.session")
def answer_knock(group_id: int) -> Response:
    """Let a pupil in who knocked, or leave the door shut."""
    knock_id = number("knock")
    if request.form.get("do") == "not":
        knocks.send_away(the_store(), me(), group_id, knock_id)
    elif knocks.let_in(the_store(), me(), group_id, knock_id, now()):
        flash(_("The door is open for three minutes, on that tablet alone."), "good")
    else:
        flash(_("Nobody waits there any more."), "info")
    page = PAGES.get(request.form.get("page", ""), PAGES["session"])
    return gone_to(url_for(page, group_id=group_id))
