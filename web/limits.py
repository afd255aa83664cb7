"""How often somebody may try: per account and per class code, counted in the store so that all processes agree."""

from __future__ import annotations

from http import HTTPStatus
from secrets import token_urlsafe
from typing import TYPE_CHECKING

from flask import current_app, g, request, session
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from course.people import rate_limits
from course.people.class_sessions import plain_code
from course.people.sign_in import plain_email
from web.identity import now

if TYPE_CHECKING:
    from flask import Flask, Response

limiter = Limiter(
    get_remote_address, strategy="fixed-window", storage_uri=f"{rate_limits.SCHEME}://", headers_enabled=False
)

STAFF_TRIES = "8 per 15 minutes"
STAFF_ADDRESS_TRIES = "200 per 15 minutes"
"""A whole team signs in from one school's address on a study day."""
CLASS_TRIES = "150 per 5 minutes"
"""28 pupils who each miss a few times, and no more."""
BROWSER_CODE_TRIES = "20 per 5 minutes"
"""Wrong codes from one browser, as long as it keeps its cookie: a child who goes on and on waits alone."""
CODE_TRIES = "300 per 5 minutes"
"""Wrong codes from one address: fifteen browsers at their end, so that no child shuts out a whole school.

A code is one of 113 million, and 3,600 may be tried in an hour. While fifty lessons are open on the board, a search from
one address takes 630 hours of lessons, some eighty school days, to come upon the first names of one of them.
"""


def install(app: Flask) -> None:
    """Count in the store of this application."""
    app.config["RATELIMIT_STORAGE_OPTIONS"] = {"store": app.extensions["deelwijs.store"], "clock": now}
    limiter.init_app(app)


@limiter.request_filter
def _is_no_try() -> bool:
    """Only a view with a limit of its own counts; to have the limiter find that out costs a twentieth of an answer."""
    view = current_app.view_functions.get(request.endpoint or "")
    return not hasattr(view, "__wrapper-limiter-instance")


def account() -> str:
    """The staff account that somebody tries to open."""
    return f"staff:{plain_email(request.form.get('email', ''))[:254]}"


def pupil() -> str:
    """The pupil that somebody tries to be."""
    return rate_limits.pupil_key((request.view_args or {})["person_id"])


def class_code() -> str:
    """The class in which somebody tries."""
    return f"class:{plain_code((request.view_args or {}).get('code', ''))}"


def browser() -> str:
    """The browser in which somebody tries; one that keeps no cookie is a new one each time."""
    return f"browser:{session.setdefault('browser', token_urlsafe(12))}"


def is_look() -> bool:
    """Looking costs nothing; only a try counts."""
    return request.method != "POST"


def went_wrong(response: Response) -> bool:
    """Only a wrong code, picture or password counts; who gets it right may come in as often as they like."""
    return response.status_code in {404, 422}


def was_no_code(_response: Response) -> bool:
    """Only a wrong class code counts, on whichever page; `web.sign_in.codes` knows."""
    return bool(g.get("wrong_code"))


def was_no_secret(response: Response) -> bool:
    """Only what was tried behind a right code counts against a pupil, or anybody could shut any pupil out."""
    return response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY
