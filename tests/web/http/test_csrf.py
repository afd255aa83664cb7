from __future__ import annotations

import secrets

import pytest

from web.http.csrf import SIZE, is_token, masked

SECRET = secrets.token_hex(SIZE)


def test_a_masked_secret_is_its_token_and_of_no_other_secret() -> None:
    token = masked(SECRET)
    assert is_token(token, SECRET)
    assert not is_token(token, secrets.token_hex(SIZE))


def test_no_two_pages_have_the_same_token_and_none_shows_the_secret() -> None:
    tokens = {masked(SECRET) for _ in range(200)}
    assert len(tokens) == 200
    assert not any(SECRET in token for token in tokens)
    halves = {token[at : at + 8] for token in tokens for at in (0, 2 * SIZE)}
    assert len(halves) == 400


@pytest.mark.parametrize(
    "token",
    [
        "",
        "forged",
        SECRET,
        SECRET * 2,
        "0" * 4 * SIZE,
        masked(SECRET)[:-2],
        masked(SECRET) + "00",
        "é" * 4 * SIZE,
        " ".join(masked(SECRET)),
    ],
    ids=range(9),
)
def test_what_was_not_made_of_the_secret_is_no_token(token: str) -> None:
    assert not is_token(token, SECRET)


@pytest.mark.parametrize("secret", ["", "forged", "00", "0" * 4 * SIZE])
def test_a_session_without_a_sound_secret_takes_no_token(secret: str) -> None:
    assert not is_token(masked(SECRET), secret)
    assert not is_token("0" * 4 * SIZE, secret)
