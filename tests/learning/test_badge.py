"""A badge holds what Open Badges 3.0 asks, and what its board signed can be checked by anybody and changed by nobody.

The required members are those of the specification's JSON schema for an AchievementCredential, written out here: the file
itself is in no package that we could take along.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import pytest
from joserfc import jwt
from joserfc.errors import BadSignatureError
from joserfc.jwk import RSAKey

from course.learning.badge import CONTEXTS, Awarded, Awarding, credential, signed
from course.learning.development import Certificate
from course.norms.model import Audience
from tests.learning.world import module

if TYPE_CHECKING:
    from collections.abc import Mapping

BY = Awarding(
    "https://leren.example/issuers/1", "https://leren.example/issuers/1/keys", "https://leren.example"
)
SECRET = b"x" * 32
MADE = Certificate(
    "Jo Smit",
    "De Eik",
    "Bestuur",
    module("vriend", Audience.TEACHER, "vriend"),
    45,
    date(2026, 11, 20),
    None,
)
AWARDED = Awarded(MADE, 7, "Vriend?", "Over vrienden.", "De quiz gehaald.", "Streng, versie 3", "nl")
REQUIRED: Mapping[str, Mapping[str, type]] = {
    "": {
        "@context": list,
        "id": str,
        "type": list,
        "issuer": dict,
        "validFrom": str,
        "credentialSubject": dict,
    },
    "issuer": {"id": str, "type": list},
    "credentialSubject": {"id": str, "type": list, "achievement": dict},
    "credentialSubject.achievement": {
        "id": str,
        "type": list,
        "name": str,
        "description": str,
        "criteria": dict,
    },
    "credentialSubject.achievement.creator": {"id": str, "type": list},
}
TYPES = {
    "": {"VerifiableCredential", "OpenBadgeCredential"},
    "issuer": {"Profile"},
    "credentialSubject": {"AchievementSubject"},
    "credentialSubject.achievement": {"Achievement"},
    "credentialSubject.achievement.creator": {"Profile"},
}
IDENTITY = {"type": str, "identityHash": str, "identityType": str, "hashed": bool}
URI = re.compile(r"(https?://|urn:uuid:)\S+")


def at(found: Any, path: str) -> Any:
    for name in filter(None, path.split(".")):
        found = found[name]
    return found


def refuse_unfit(found: Mapping[str, Any]) -> None:
    """Hold a credential against what the schema requires of one."""
    for path, members in REQUIRED.items():
        for name, kind in members.items():
            assert isinstance(at(found, path)[name], kind), (path, name)
        assert set(at(found, path)["type"]) == TYPES[path]
        assert URI.fullmatch(at(found, path)["id"])
    assert found["@context"][: len(CONTEXTS)] == list(CONTEXTS)
    assert found["credentialSubject"]["achievement"]["criteria"]["narrative"]
    for one in found["credentialSubject"]["identifier"]:
        assert {name: type(value) for name, value in one.items()} == IDENTITY
    assert datetime.fromisoformat(found["validFrom"]).tzinfo is not None
    assert all("Evidence" in one["type"] for one in found.get("evidence", ()))


@pytest.fixture(scope="module")
def key() -> RSAKey:
    return RSAKey.generate_key(2048, private=True)


def test_a_badge_has_what_the_standard_requires() -> None:
    refuse_unfit(credential(AWARDED, BY, SECRET))
    refuse_unfit(credential(replace(AWARDED, rules=""), BY, SECRET))


def test_it_tells_module_hours_day_board_school_and_the_protocol_with_its_version() -> None:
    found = credential(AWARDED, BY, SECRET)
    subject: Any = found["credentialSubject"]
    assert (subject["creditsEarned"], subject["activityEndDate"]) == (0.75, "2026-11-20T00:00:00Z")
    assert subject["achievement"]["name"] == "Vriend?"
    assert subject["identifier"][0]["identityHash"] == "Jo Smit"
    assert found["evidence"] == [{"type": ["Evidence"], "name": "Streng, versie 3", "narrative": "De Eik"}]
    assert at(found, "issuer")["name"] == "Bestuur"
    assert "evidence" not in credential(replace(AWARDED, rules=""), BY, SECRET)


def test_made_again_it_is_the_same_and_anybody_elses_is_another() -> None:
    first, again = (credential(AWARDED, BY, SECRET) for _ in range(2))
    assert first == again
    others = (
        credential(replace(AWARDED, person_id=8), BY, SECRET),
        credential(AWARDED, BY, b"y" * 32),
        credential(AWARDED, replace(BY, issuer_at="https://leren.example/issuers/2"), SECRET),
    )
    for one in others:
        assert one["id"] != first["id"]
        assert at(one, "credentialSubject")["id"] != at(first, "credentialSubject")["id"]


def test_who_has_the_public_key_can_check_it(key: RSAKey) -> None:
    made = credential(AWARDED, BY, SECRET)
    read = jwt.decode(
        signed(made, BY, key), RSAKey.import_key(key.as_dict(private=False)), algorithms=["RS256"]
    )
    assert read.header == {"alg": "RS256", "typ": "JWT", "kid": f"{BY.keys_at}/{key.thumbprint()}"}
    assert {name: read.claims[name] for name in made} == made
    registered = {name: read.claims[name] for name in ("iss", "jti", "sub", "nbf")}
    assert registered == {
        "iss": BY.issuer_at,
        "jti": made["id"],
        "sub": at(made, "credentialSubject")["id"],
        "nbf": int(datetime.fromisoformat("2026-11-20T00:00:00+00:00").timestamp()),
    }
    refuse_unfit(read.claims)


def test_a_changed_one_and_one_of_another_key_are_found_out(key: RSAKey) -> None:
    header, body, signature = signed(credential(AWARDED, BY, SECRET), BY, key).split(".")
    other = signed(credential(replace(AWARDED, title="Ander"), BY, SECRET), BY, key).split(".")[1]
    public = RSAKey.import_key(key.as_dict(private=False))
    with pytest.raises(BadSignatureError):
        jwt.decode(f"{header}.{other}.{signature}", public, algorithms=["RS256"])
    with pytest.raises(BadSignatureError):
        jwt.decode(
            f"{header}.{body}.{signature}", RSAKey.generate_key(2048, private=True), algorithms=["RS256"]
        )
