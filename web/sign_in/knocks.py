"""Who forgot what opens the door asks the teacher, waits with a picture on the screen, and is let in."""

from __future__ import annotations

from flask import Response, flash, session, url_for
from flask_babel import gettext as _

from course.classroom import knocks
from course.errors import NotFound
from web.display.picture_names import picture_name
from web.http.doors import ANYBODY, door
from web.http.hypermedia import gone_to, shown
from web.http.identity import now, the_store
from web.http.limits import device
from web.sign_in import codes
from web.sign_in.routes import area, pupil_comes_in

KNOCK = "knock"
"""What the cookie keeps what this device waits with as."""


@area.post("/sign-in/class/<int:person_id>/ask")
@door(ANYBODY, page="sign_in.pictures")
def ask(person_id: int) -> Response:
    """Tell the teacher that this pupil wants to come in."""
    code = codes.code_here()
    if code is None:
        return gone_to(url_for("sign_in.front"))
    before = session.get(KNOCK, "")
    session[KNOCK] = knocks.knock(the_store(), code, person_id, now(), device(), before).token
    return gone_to(url_for("sign_in.wait"))


@area.get("/sign-in/wait")
@door(ANYBODY)
def wait() -> Response:
    """Show the picture to be shown to the teacher, and once the door is open the button that leads in."""
    view = knocks.waiting(the_store(), session.get(KNOCK, ""), now())
    picture = picture_name(view.picture) if view else ""
    return shown("sign_in/wait.html", "sign_in/_wait.html", view=view, picture=picture)


@area.post("/sign-in/wait")
@door(ANYBODY)
def go_in() -> Response:
    """Come in where the teacher has opened the door."""
    try:
        came_in = knocks.come_in(the_store(), session.pop(KNOCK, ""), now(), device())
    except NotFound:
        flash(_("The door shut again. Ask your teacher once more."), "warn")
        return gone_to(url_for("sign_in.tiles"))
    return pupil_comes_in(came_in, codes.code_here())
