"""What a provider says of itself in its own document: where one signs in, where a code is taken, where its keys are.

Read when an administrator sets a provider up, and kept: a visitor makes this program ask nobody anything.
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from course.errors import Invalid

if TYPE_CHECKING:
    from collections.abc import Mapping

    from requests import Response

DOCUMENT = "/.well-known/openid-configuration"
SECONDS = 5
"""A provider that is slower is not there."""
MOST_BYTES = 512 * 1024
LONGEST = 500
NOT_SAFE = "The address has to begin with https://."
NOT_THERE = "The provider can't be reached at this address, or doesn't answer as OpenID Connect asks."
OTHER_ISSUER = (
    "At this address a provider answers that calls itself otherwise. Fill in the issuer letter by letter."
)
BASIC, POST = "client_secret_basic", "client_secret_post"


@dataclass(frozen=True, slots=True)
class Places:
    """Where a provider does what."""

    authorize_at: str
    token_at: str
    keys_at: str
    token_method: str


def look_up(issuer: str) -> Places:
    """Ask a provider for its places; Invalid where it is not there, or is another one."""
    refuse_plain(issuer)
    said = fetched(issuer.rstrip("/") + DOCUMENT)
    if said.get("issuer") != issuer:
        raise Invalid(issuer=OTHER_ISSUER)
    places = [said.get(name) for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")]
    if not all(isinstance(one, str) and one and len(one) <= LONGEST for one in places):
        raise Invalid(issuer=NOT_THERE)
    for place in places:
        refuse_plain(str(place))
    methods = said.get("token_endpoint_auth_methods_supported")
    takes_post_alone = isinstance(methods, list) and POST in methods and BASIC not in methods
    authorize_at, token_at, keys_at = (str(one) for one in places)
    return Places(authorize_at, token_at, keys_at, POST if takes_post_alone else BASIC)


def fetched(address: str) -> Mapping[str, object]:
    """Read an object of JSON; Invalid for anything else. Nothing is followed elsewhere."""
    import requests

    try:
        with requests.get(address, timeout=SECONDS, allow_redirects=False, stream=True) as answer:
            answer.raise_for_status()
            body = b"" if answer.is_redirect else _whole(answer)
        return _object(body)
    except (requests.RequestException, OSError) as error:
        raise Invalid(issuer=NOT_THERE) from error


def _whole(answer: Response) -> bytes:
    body = b""
    for piece in answer.iter_content(16 * 1024):
        body += piece
        if len(body) > MOST_BYTES:
            raise Invalid(issuer=NOT_THERE)
    return body


def _object(body: bytes) -> Mapping[str, object]:
    import json

    try:
        said = json.loads(body)
    except ValueError as error:
        raise Invalid(issuer=NOT_THERE) from error
    if not isinstance(said, dict):
        raise Invalid(issuer=NOT_THERE)
    return said


def refuse_plain(address: str) -> None:
    """Refuse an address that anybody on the way could answer for; this machine itself is fine."""
    try:
        parts = urlsplit(address)
        is_safe = parts.scheme == "https" or (parts.scheme == "http" and _is_here(parts.hostname or ""))
        if not is_safe or not parts.hostname or parts.username or parts.query or parts.fragment:
            raise Invalid(issuer=NOT_SAFE)
    except ValueError as error:
        raise Invalid(issuer=NOT_SAFE) from error


def _is_here(name: str) -> bool:
    try:
        return name == "localhost" or ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False
