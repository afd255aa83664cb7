"""How often somebody may try: per account and per class code, counted in the store so that all processes agree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from http import HTTPStatus
from ipaddress import IPv4Address, IPv6Network, ip_address
from math import ceil
from secrets import token_urlsafe
from typing import TYPE_CHECKING

from flask import current_app, g, request, session
from flask_limiter import Limiter
from flask_limiter.util import get_remote_address

from course.classroom.class_sessions import DURATION, plain_code
from course.people import rate_limits
from course.people.sign_in import plain_email
from web.http.identity import now

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from flask import Flask, Response

    View = Callable[..., Response]

MARK = "counts_tries"
"""Attribute of a view with a limit of its own."""


def address() -> str:
    """Whence somebody tries; of IPv6 the network, for a single machine there has as many addresses as it wants."""
    given = get_remote_address()
    try:
        found = ip_address(given)
    except ValueError:
        return given
    if isinstance(found, IPv4Address):
        return str(found)
    return str(found.ipv4_mapped or IPv6Network((int(found), 64), strict=False))


limiter = Limiter(
    address,
    strategy="fixed-window",
    storage_uri=f"{rate_limits.SCHEME}://",
    headers_enabled=False,
    fail_on_first_breach=False,
)
"""Every limit is looked at, also after a first one is reached: a reader is told of the one that lasts longest."""

STAFF_TRIES = "8 per 15 minutes"
"""Wrong passwords for one account from one address, so that who only knows somebody's e-mail address shuts out nobody."""
ACCOUNT_TRIES = "60 per 15 minutes"
"""Wrong passwords for one account from everywhere: a search from many addresses gets no further than 5,760 a day."""
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
    return not hasattr(current_app.view_functions.get(request.endpoint or ""), MARK)


class Tries:
    """A limit on how often a view may be tried, as `Limiter.shared_limit` makes it; it marks the view as one that counts."""

    def __init__(self, tries: str, **how: Any) -> None:
        self.limit = limiter.shared_limit(tries, **how)

    def __call__(self, view: View) -> View:
        """Limit a view."""
        counted: View = self.limit(view)
        setattr(counted, MARK, True)
        return counted


def account() -> str:
    """The staff account that somebody tries to open."""
    return f"staff:{plain_email(request.form.get('email', ''))[:254]}"


def account_here() -> str:
    """The staff account that somebody tries to open, from this address."""
    return f"{account()} {address()}"


def person() -> str:
    """The member of staff who is signed in and tries the own password."""
    return f"person:{g.actor.person_id}"


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


def was_no_code(_response: Response) -> bool:
    """Only a wrong class code counts, on whichever page; `web.sign_in.codes` knows."""
    return bool(g.get("wrong_code"))


def was_no_password(_response: Response) -> bool:
    """Only a wrong present password counts; one that is to be and is too short searches for nothing."""
    return bool(g.get("wrong_password"))


def was_no_secret(response: Response) -> bool:
    """Only wrong pictures or a wrong password count; who gets it right may come in as often as they like.

    A wrong class code is answered otherwise and counts elsewhere, or anybody could shut any pupil out.
    """
    return response.status_code == HTTPStatus.UNPROCESSABLE_ENTITY


@dataclass(frozen=True, slots=True)
class Wait:
    """Until when somebody who tried too often is refused, and what was tried."""

    scope: str
    until: datetime
    window: timedelta

    @property
    def seconds(self) -> int:
        """From now on."""
        return max(1, ceil((self.until - now()).total_seconds()))

    @property
    def outlasts_the_lesson(self) -> bool:
        """Whether waiting is no way out."""
        return self.window > DURATION


def wait() -> Wait:
    """Tell of the limit that refuses this request the longest."""
    reached = max((one for one in limiter.current_limits if one.breached), key=lambda one: one.reset_at)
    return Wait(
        scope=reached.request_args[1],
        until=datetime.fromtimestamp(reached.window.reset_time, UTC),
        window=timedelta(seconds=reached.limit.get_expiry()),
    )
