"""By which address the world knows this site: what links in mail and passkeys are made for."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from flask import current_app, request

from course.people.factors.passkeys import Site
from web.http.identity import is_loopback


def site_url() -> str:
    """Give the address of the site without a slash behind it: as it is set, else as it is asked for."""
    return str(current_app.config["URL"] or request.host_url).rstrip("/")


def vouched_url() -> str | None:
    """Give the address of the site where somebody vouches for it; a `Host` that a request names is nothing to build on."""
    is_vouched_for = current_app.config["URL"] or current_app.config["HOSTS"] or is_loopback(request.host)
    return site_url() if is_vouched_for else None


def passkey_site() -> Site | None:
    """Say for which site passkeys are; None where nothing says by which name the site goes, for then none can be made.

    A browser makes no passkeys for a number.
    """
    address = urlsplit(vouched_url() or "")
    name = address.hostname or ""
    if not name or _is_number(name):
        return None
    return Site(name, f"{address.scheme}://{address.netloc}")


def _is_number(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
