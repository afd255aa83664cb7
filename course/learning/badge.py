"""A certificate as a file that anybody can check: an Open Badges 3.0 credential, signed by the board as a VC-JWT.

Pure but for the signature. The field names are those of 1EdTech's specification (section 8.2 for the signed form); which of
them must be there is written out in the test.
"""

from __future__ import annotations

import hashlib
import hmac
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from joserfc.jwk import RSAKey

    from course.learning.development import Certificate

CONTEXTS = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)
ALGORITHM = "RS256"
HOUR = 60


@dataclass(frozen=True, slots=True)
class Awarding:
    """Who awards a badge, and at which addresses that is to be read."""

    issuer_at: str
    """The address of the board's profile, which names it."""
    keys_at: str
    """The address under which each of its keys stands by its name."""
    site: str


@dataclass(frozen=True, slots=True)
class Awarded:
    """What a badge tells of: a certificate with its words in the reader's language."""

    certificate: Certificate
    person_id: int
    title: str
    summary: str
    how: str
    """What had to be done."""
    rules: str
    """The protocol with its version; empty where it was not kept."""
    locale: str


def credential(awarded: Awarded, by: Awarding, secret: bytes) -> dict[str, object]:
    """Say what is signed. Asked for again it is the same, but for words that changed since.

    Of the person it holds the name as on the certificate, and a number that tells nothing (made with `secret`).
    """
    one = awarded.certificate
    about, day = f"{by.issuer_at} {awarded.person_id}", _begin_of(one.completed_on)
    subject: dict[str, object] = {
        "id": _number(secret, "subject", about),
        "type": ["AchievementSubject"],
        "identifier": [
            {
                "type": "IdentityObject",
                "identityHash": one.name,
                "identityType": "name",
                "hashed": False,
            }
        ],
        "activityEndDate": day,
        "creditsEarned": round(one.minutes / HOUR, 2),
        "achievement": {
            "id": f"{by.issuer_at}#{one.module.id}",
            "type": ["Achievement"],
            "name": awarded.title,
            "description": awarded.summary,
            "criteria": {"narrative": awarded.how},
            "creditsAvailable": round(one.minutes / HOUR, 2),
            "inLanguage": awarded.locale,
            "creator": {"id": by.issuer_at, "type": ["Profile"], "name": one.board, "url": by.site},
        },
    }
    made: dict[str, object] = {
        "@context": list(CONTEXTS),
        "id": _number(secret, "badge", f"{about} {one.module.id} {day}"),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": awarded.title,
        "issuer": {"id": by.issuer_at, "type": ["Profile"], "name": one.board, "url": by.site},
        "validFrom": day,
        "credentialSubject": subject,
    }
    if awarded.rules:
        made["evidence"] = [{"type": ["Evidence"], "name": awarded.rules, "narrative": one.school}]
    return made


def signed(claims: Mapping[str, object], by: Awarding, key: RSAKey) -> str:
    """Sign a credential: its own members stand in the token itself, beside the registered claims that repeat them."""
    from datetime import datetime

    from joserfc import jwt

    subject, begins = claims["credentialSubject"], datetime.fromisoformat(str(claims["validFrom"]))
    registered = {
        "iss": by.issuer_at,
        "jti": claims["id"],
        "nbf": int(begins.timestamp()),
        "sub": subject["id"] if isinstance(subject, dict) else "",
    }
    header = {"alg": ALGORITHM, "typ": "JWT", "kid": f"{by.keys_at}/{key.thumbprint()}"}
    return jwt.encode(header, {**claims, **registered}, key, algorithms=[ALGORITHM])


def _begin_of(day: date) -> str:
    """Name a day as a moment: at what hour somebody learned is nobody's business."""
    return f"{day:%Y-%m-%d}T00:00:00Z"


def _number(secret: bytes, kind: str, about: str) -> str:
    """Make a number that is always the same of the same, and can't be led back without the secret."""
    made = hmac.digest(secret, f"deelwijs {kind} {about}".encode(), hashlib.sha256)
    return uuid.UUID(bytes=made[:16], version=4).urn
