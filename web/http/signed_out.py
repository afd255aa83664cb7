"""What somebody is told who is not in, no longer in, or on a page of somebody who was: words and the way on."""

from __future__ import annotations

from dataclasses import dataclass

from flask import current_app, g, request, session, url_for
from flask_babel import gettext as _

from course.classroom.class_sessions import is_open
from web.http.addresses import page_address
from web.http.doors import door_at
from web.http.identity import now, page_owner, the_store


@dataclass(frozen=True, slots=True)
class Trouble:
    """What a reader is told when something can't be done: never technical, always with a way on."""

    status: int
    title: str
    words: str
    way_on: str
    url: str
    wait: int = 0
    """Seconds after which the way on leads on."""
    other_way: str = ""
    """A second way on, for who is somebody else than the page thinks."""
    other_url: str = ""


def home() -> str:
    """The front door, which leads everybody on to their own first page."""
    return url_for("sign_in.front")


def sign_in_needed() -> Trouble:
    """Lead to the door, and tell why where somebody was in, and what became of what was pressed."""
    if not g.get("session_ended", False):
        return _two_doors(_("You need to sign in to see this page."))
    too_late = " " + _("What you pressed just now was not saved.") if request.method == "POST" else ""
    if code := session.get("lesson"):
        return _lesson_ended(code, too_late)
    return _two_doors(_("Your session has ended. Sign in again: you go on where you were.") + too_late)


def page_too_old() -> Trouble:
    """Tell that a page was not answered: it is of another session, of the same person or of somebody else."""
    drawn_for, owner = request.form.get("owner"), page_owner()
    if drawn_for and owner and drawn_for != owner:
        return Trouble(
            409,
            _("This page was somebody else's"),
            _("Somebody else sat here before you, and the page was still open. Nothing was done with it."),
            _("To my own page"),
            home(),
        )
    return Trouble(
        400,
        _("This page has been open too long"),
        _("Your last answer was not saved. Load the page again and answer once more."),
        _("Load again"),
        page_address(),
    )


def _two_doors(words: str) -> Trouble:
    """Lead staff to their form and pupils to theirs: by the page that was asked for, or whose session it was.

    Either remembers that page; see `identity`.
    """
    staff, pupil = (_("I work at a school"), url_for("sign_in.staff")), (_("I am a pupil"), home())
    asked = door_at(current_app, request.endpoint)
    is_for_staff = g.get("session_ended", False) or (asked is not None and asked.is_for_staff)
    first, second = (staff, pupil) if is_for_staff else (pupil, staff)
    return Trouble(401, _("Sign in first"), words, *first, other_way=second[0], other_url=second[1])


def _lesson_ended(code: str, too_late: str) -> Trouble:
    """A pupil was never away too long: the lesson is over, or it goes on and the pupil was given a new card."""
    if is_open(the_store(), code, now()):
        words = _("Come in with your new card. What you reached is kept.") + too_late
        return Trouble(401, _("Sign in first"), words, _("Sign in"), url_for("sign_in.tiles"))
    words = _("Next time you go on where you were.") + too_late
    return Trouble(401, _("The lesson is over"), words, _("To the start"), home())
