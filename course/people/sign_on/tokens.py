"""What a provider tells in its token, once everything in it was checked: by whom, for whom, to which question, when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from course.errors import Invalid
from course.people.sign_on.tables import LONGEST_SUBJECT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.people.sign_on.providers import Provider

ALGORITHMS = ["RS256", "PS256", "ES256"]
"""Signed with a key of which we have the open half: none that a client's secret makes, and never none."""
LEEWAY = 60
"""Seconds that clocks may differ."""
FAILED = "What the provider answered can't be trusted, or it took too long. Try once more."


@dataclass(frozen=True, slots=True)
class Identity:
    """Who somebody is at a provider."""

    subject: str
    has_second_step: bool
    """Whether the provider says that it asked more than one thing."""
    shown_at: datetime | None
    """When a secret was last shown there, if it says so."""


def read_id_token(
    provider: Provider, keys: Mapping[str, Any], token: Mapping[str, Any], nonce: str, now: datetime
) -> Identity:
    """Read who a token tells of; Invalid for one that is not this provider's, for us, for this question, and now."""
    from authlib.oidc.core import CodeIDToken
    from joserfc import jwt
    from joserfc.errors import JoseError
    from joserfc.jwk import KeySet
    from joserfc.jws import JWSRegistry

    registry = JWSRegistry(algorithms=ALGORITHMS, strict_check_header=False)
    try:
        read = jwt.decode(str(token["id_token"]), KeySet.import_key_set(dict(keys)), registry=registry)  # type: ignore[arg-type]
        claims = CodeIDToken(
            read.claims,
            read.header,
            options={"iss": {"essential": True, "value": provider.issuer}, "aud": {"essential": True}},
            params={
                "nonce": nonce,
                "client_id": provider.client_id,
                "access_token": token.get("access_token"),
            },
        )
        claims.validate(now=int(now.timestamp()), leeway=LEEWAY)
    except (JoseError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise Invalid(sign_on=FAILED) from error
    if not _is_for(claims.get("aud"), provider.client_id) or claims.get("nonce") != nonce:
        raise Invalid(sign_on=FAILED)
    return _identity(provider, claims)


def _is_for(audience: object, client_id: str) -> bool:
    return audience == client_id or (isinstance(audience, list) and client_id in audience)


def _identity(provider: Provider, claims: Mapping[str, Any]) -> Identity:
    subject = claims.get(provider.subject_claim)
    if not isinstance(subject, str) or not subject or len(subject) > LONGEST_SUBJECT:
        raise Invalid(sign_on=FAILED)
    told = claims.get(provider.second_claim)
    words = {one for one in (told if isinstance(told, list) else [told]) if isinstance(one, str)}
    moment = claims.get("auth_time")
    is_moment = isinstance(moment, int | float) and not isinstance(moment, bool) and 0 < moment < 1 << 40
    return Identity(
        subject,
        bool(words & set(provider.second_values.split())),
        datetime.fromtimestamp(float(moment), UTC) if is_moment and moment else None,
    )
