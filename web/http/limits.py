"""What a request tells of where a secret is tried: the address, the browser, and who came in on this device before."""

from __future__ import annotations

from datetime import timedelta
from ipaddress import IPv4Address, IPv6Network, ip_address
from secrets import token_urlsafe
from typing import TYPE_CHECKING

from flask import current_app, request, session
from itsdangerous import BadData, URLSafeSerializer

from course.people.actor import hash_of
from course.people.devices import Device
from web.http.identity import now
from web.http.user_agents import device_name

if TYPE_CHECKING:
    from flask import Response

MARKS = "deelwijs-devices"
"""The cookie with the marks of who came in here. It is sent to the door alone, not with every answer."""
SECURE = "__Secure-"
"""Before a cookie's name: browsers take one called so over HTTPS only."""
DOOR = "/sign-in"
MOST_MARKS = 32
"""On a tablet that a class shares, everybody is among them."""
KEPT_FOR = timedelta(days=200)


def address() -> str:
    """Whence somebody tries; of IPv6 the network, for a single machine there has as many addresses as it wants."""
    given = request.remote_addr or ""
    try:
        found = ip_address(given)
    except ValueError:
        return given
    if isinstance(found, IPv4Address):
        return str(found)
    return str(found.ipv4_mapped or IPv6Network((int(found), 64), strict=False))


def browser() -> str:
    """The browser in which somebody tries; one that keeps no cookie is a new one each time."""
    if "browser" not in session:
        session["browser"] = token_urlsafe(12)
    return str(session["browser"])


def device() -> Device:
    """Where this request comes from."""
    marks = frozenset(mark for mark, _day in _marks())
    sign_in = hash_of(session["token"]) if "token" in session else ""
    name = device_name(request.headers.get("User-Agent", ""))
    return Device(address(), browser(), marks, sign_in, str(current_app.secret_key).encode(), name)


def remember_here(response: Response, mark: str) -> Response:
    """Let this device carry the mark of who has just come in; the oldest go where there are too many."""
    if not mark:
        return response
    kept = [[mark, _today()], *([old, day] for old, day in _marks() if old != mark)][:MOST_MARKS]
    response.set_cookie(
        _cookie_name(),
        _signer().dumps(kept),
        max_age=KEPT_FOR,
        path=DOOR,
        httponly=True,
        samesite="Lax",
        secure=_is_secure(),
    )
    return response


def _marks() -> list[tuple[str, int]]:
    """Read the marks that this installation gave; those that are too old have no worth any more."""
    try:
        given = _signer().loads(request.cookies.get(_cookie_name(), ""))
    except BadData:
        return []
    return [(mark, day) for mark, day in given if _today() - day <= KEPT_FOR.days]


def _is_secure() -> bool:
    return bool(current_app.session_interface.get_cookie_secure(current_app))


def _cookie_name() -> str:
    return f"{SECURE}{MARKS}" if _is_secure() else MARKS


def _today() -> int:
    return now().toordinal()


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(str(current_app.secret_key), salt="devices")
