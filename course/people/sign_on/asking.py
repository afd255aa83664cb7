"""Asking a provider who somebody is: the address that a browser is sent to, and the code that it comes back with.

What was asked stands in the database under the `state` that comes back, once; the browser's signed cookie holds the same.
The libraries are loaded at the first use: most workers never need them.
"""

from __future__ import annotations

import json
import secrets as chance
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from course.errors import Invalid
from course.people.factors import challenges
from course.people.factors.challenges import Purpose
from course.people.factors.sealing import unseal
from course.people.sign_on.discovery import SECONDS, fetched
from course.people.sign_on.providers import provider_at
from course.people.sign_on.tokens import FAILED, read_id_token

if TYPE_CHECKING:
    from datetime import datetime

    from course.people.sign_on.providers import Provider
    from course.people.sign_on.tokens import Identity
    from course.store.store import Store

LONGEST_CODE = 4000
STOPPED = "You stopped at the provider, or it didn't let you in."


class Aim(StrEnum):
    """What somebody is asked for."""

    IN = "in"
    AGAIN = "again"
    """To come in anew, with a secret that is shown now: what is asked for wants it fresh."""
    LINK = "link"
    """To come in by it from now on."""
    INVITED = "invited"
    """To take an invitation up by it."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What somebody goes to a provider for."""

    aim: Aim
    person_id: int | None = None
    """Who is signed in, where that matters."""
    invitation: str = ""
    """The hash of what stands in the link."""


@dataclass(frozen=True, slots=True)
class Back:
    """What a browser comes back with."""

    state: str
    kept: str
    """The state that this browser's cookie holds."""
    code: str
    error: str = ""
    issuer: str = ""
    """Who says so, where the provider tells it (RFC 9207)."""


@dataclass(frozen=True, slots=True)
class Answered:
    """Who somebody is at a provider, and what for."""

    wanted: Wanted
    provider: Provider
    identity: Identity


def begin(store: Store, provider_id: int, wanted: Wanted, come_back: str, now: datetime) -> tuple[str, str]:
    """Give the state that the browser is to keep, and the address to send it to."""
    from authlib.integrations.requests_client import OAuth2Session

    nonce, verifier = chance.token_urlsafe(24), chance.token_urlsafe(36)
    told = json.dumps(
        [provider_id, wanted.aim.value, nonce, verifier, wanted.invitation], separators=(",", ":")
    )
    with store.write() as conn:
        provider = provider_at(conn, provider_id)
        state = challenges.ask(conn, Purpose.SIGN_ON, wanted.person_id, told, now)
    client = OAuth2Session(
        provider.client_id, scope=provider.scopes, redirect_uri=come_back, code_challenge_method="S256"
    )
    anew = {"prompt": "login", "max_age": "0"} if wanted.aim is Aim.AGAIN else {}
    address, _ = client.create_authorization_url(
        provider.authorize_at, state=state, code_verifier=verifier, nonce=nonce, **anew
    )
    return state, str(address)


def answered(
    store: Store, provider_id: int, back: Back, come_back: str, key: bytes, now: datetime
) -> Answered:
    """Say who came back; Invalid for whoever didn't go from this browser, and for an answer that can't be trusted."""
    if not back.state or not chance.compare_digest(back.state.encode(), back.kept.encode()):
        raise Invalid(sign_on=FAILED)
    with store.write() as conn:
        challenge = challenges.take(conn, Purpose.SIGN_ON, back.state, now)
        if challenge is None:
            raise Invalid(sign_on=FAILED)
        asked_of, aim, nonce, verifier, invitation = json.loads(challenge.told)
        if asked_of == provider_id:
            provider = provider_at(conn, provider_id)
    if asked_of != provider_id or back.issuer not in {"", provider.issuer}:
        raise Invalid(sign_on=FAILED)
    if back.error or not back.code:
        raise Invalid(sign_on=STOPPED)
    secret = unseal(key, provider.sealed)
    if secret is None or len(back.code) > LONGEST_CODE:
        raise Invalid(sign_on=FAILED)
    token = _redeemed(provider, secret, back.code, verifier, come_back)
    keys = fetched(provider.keys_at)
    identity = read_id_token(provider, keys, token, nonce, now)
    return Answered(Wanted(Aim(aim), challenge.person_id, invitation), provider, identity)


def _redeemed(provider: Provider, secret: str, code: str, verifier: str, come_back: str) -> dict[str, object]:
    """Take the token that a code stands for, once, straight from the provider."""
    import requests
    from authlib.common.errors import AuthlibBaseError
    from authlib.integrations.requests_client import OAuth2Session

    client = OAuth2Session(
        provider.client_id, secret, token_endpoint_auth_method=provider.token_method, redirect_uri=come_back
    )
    try:
        return dict(
            client.fetch_token(
                provider.token_at,
                grant_type="authorization_code",
                code=code,
                code_verifier=verifier,
                timeout=SECONDS,
                allow_redirects=False,
            )
        )
    except (AuthlibBaseError, requests.RequestException, ValueError, TypeError, KeyError) as error:
        raise Invalid(sign_on=FAILED) from error
    finally:
        client.close()
