"""What a provider's token has to hold, one thing wrong at a time."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from joserfc import jwt
from joserfc.jwk import OctKey, RSAKey

from course.errors import Invalid
from course.people.sign_on.providers import Provider
from course.people.sign_on.tokens import Identity, read_id_token

NOW = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
AT = int(NOW.timestamp())
ISSUER = "https://accounts.school.example"
PROVIDER = Provider(
    1, 1, "Account", ISSUER, "deelwijs", "", "openid", "sub", "told", "amr", "mfa otp",
    f"{ISSUER}/authorize", f"{ISSUER}/token", f"{ISSUER}/keys", "client_secret_basic",
)  # fmt: skip
MINE, OTHERS = (RSAKey.generate_key(2048, {"kid": "one"}) for _ in range(2))
RIGHT = {
    "iss": ISSUER,
    "sub": "jo-4711",
    "aud": "deelwijs",
    "exp": AT + 300,
    "iat": AT,
    "nonce": "asked",
}


def keys(key=MINE):
    return {"keys": [key.as_dict(private=False)]}


def signed(changed=None, *, key=MINE, alg="RS256", provider=PROVIDER, without=()):
    claims = {name: value for name, value in (RIGHT | (changed or {})).items() if name not in without}
    token = jwt.encode({"alg": alg, "kid": "one"}, claims, key, algorithms=[alg])
    return read_id_token(provider, keys(), {"id_token": token}, "asked", NOW)


def test_a_right_token_tells_who_it_is():
    assert signed() == Identity("jo-4711", has_second_step=False, shown_at=None)


@pytest.mark.parametrize(
    "changed",
    [
        {"iss": "https://accounts.school.example/"},
        {"iss": "https://others.example"},
        {"aud": "another-application"},
        {"aud": ["another-application"]},
        {"aud": ["deelwijs", "another-application"]},
        {"aud": ["deelwijs", "another-application"], "azp": "another-application"},
        {"azp": "another-application"},
        {"exp": AT - 61},
        {"iat": AT + 120},
        {"nbf": AT + 120},
        {"nonce": "of another question"},
        {"sub": ""},
        {"sub": 4711},
        {"sub": "x" * 256},
        {"exp": "never"},
    ],
    ids=str,
)
def test_one_thing_wrong_lets_nobody_in(changed):
    with pytest.raises(Invalid):
        signed(changed)


@pytest.mark.parametrize("name", ["iss", "sub", "aud", "exp", "iat", "nonce"])
def test_one_thing_missing_lets_nobody_in(name):
    with pytest.raises(Invalid):
        signed(without={name})


def test_another_key_signs_nothing():
    with pytest.raises(Invalid):
        signed(key=OTHERS)


def test_a_secret_that_both_know_signs_nothing_and_neither_does_none():
    with pytest.raises(Invalid):
        signed(key=OctKey.import_key("x" * 32), alg="HS256")
    parts = (json.dumps(one).encode() for one in ({"alg": "none"}, RIGHT))
    bare = ".".join(urlsafe_b64encode(one).decode().rstrip("=") for one in parts) + "."
    for token in (bare, "", "a.b.c", None, 3):
        with pytest.raises(Invalid):
            read_id_token(PROVIDER, keys(), {"id_token": token}, "asked", NOW)
    with pytest.raises(Invalid):
        read_id_token(PROVIDER, keys(), {}, "asked", NOW)


@pytest.mark.parametrize("given", [{}, {"keys": []}, {"keys": "none"}, {"keys": [{"kty": "RSA"}]}], ids=str)
def test_keys_that_are_none_let_nobody_in(given):
    token = jwt.encode({"alg": "RS256", "kid": "one"}, RIGHT, MINE)
    with pytest.raises(Invalid):
        read_id_token(PROVIDER, given, {"id_token": token}, "asked", NOW)


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (["pwd", "mfa"], True),
        (["otp"], True),
        (["pwd"], False),
        ([], False),
        (None, False),
    ],
    ids=str,
)
def test_a_second_step_is_one_where_the_provider_says_so(told, found):
    assert signed({"amr": told} if told is not None else {}).has_second_step is found


def test_the_names_of_fields_are_the_boards_to_choose():
    other = replace(PROVIDER, subject_claim="oid", second_claim="acr", second_values="urn:two")
    found = signed({"oid": "guid", "acr": "urn:two", "auth_time": AT - 30}, provider=other)
    assert found == Identity("guid", has_second_step=True, shown_at=NOW - timedelta(seconds=30))
