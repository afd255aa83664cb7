"""Passwords, pictures and tokens: how they are made, kept and checked."""

from __future__ import annotations

import functools
import hmac
import secrets
from itertools import combinations
from typing import TYPE_CHECKING

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

if TYPE_CHECKING:
    from collections.abc import Collection

PICTURES = (
    "kat", "boom", "fiets", "zon", "boot", "ster", "vis", "huis", "appel", "raket", "drum", "paraplu",
    "sleutel", "slak", "robot", "ijsje",
)  # fmt: skip
"""What a pupil chooses four of; the order of choosing doesn't matter, so a young child can't get it wrong."""

CHOSEN = 4
SETS = tuple(combinations(PICTURES, CHOSEN))
CHOSEN_BEFORE, PICTURES_BEFORE = 3, PICTURES[:12]
"""Cards that were drawn as three of twelve work until they are drawn anew. No page tells who has which."""

READABLE = "abcdefghjkmnpqrstuvwxyz23456789"
"""No two that look alike: a drawn password is read from a screen or told by telephone."""

STAFF = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
"""OWASP's setting for servers of little memory (19 MiB, about 25 ms): a few at once stay within a small
machine."""

PUPILS = PasswordHasher(time_cost=1, memory_cost=8_192, parallelism=1)
"""About 5 ms and 8 MiB, so that 28 children who start together on two cores wait a tenth of a second, not a
whole one. Costlier would protect nothing: four out of sixteen are 1,820 secrets, tried through in no time
at any setting. What keeps a classmate out is the class code, that wrong tries wait and the teacher in the room; the
hash only keeps the pictures from being read in a copy of the database by the eye."""


@functools.cache
def _nobody() -> str:
    """Make a hash to check when there is no such account, so that the time of the answer doesn't tell."""
    return STAFF.hash(secrets.token_urlsafe(16))


def new_token() -> str:
    """Make the secret of one sign-in, for the cookie: 256 random bits."""
    return secrets.token_urlsafe(32)


def hash_password(password: str) -> str:
    """Hash a member of staff's password for keeping."""
    return STAFF.hash(password)


def draw_password() -> str:
    """Draw four times four characters by chance, like `k7mq-…`: 79 bits."""
    return "-".join("".join(secrets.choice(READABLE) for _ in range(4)) for _ in range(4))


def is_password(kept: str | None, password: str) -> bool:
    """Whether this is the password; takes as long without an account (`kept` None or empty) as with one."""
    nobody = _nobody()
    return _fits(STAFF, kept or nobody, password) and bool(kept)


def is_outdated(kept: str) -> bool:
    """Whether a password was hashed with other settings than today's, and should be hashed anew."""
    return STAFF.check_needs_rehash(kept)


def draw_pictures(by: bytes = b"", person_id: int = 0) -> tuple[str, ...]:
    """Draw four pictures, in the order in which the sixteen are shown.

    By chance; or `by` a secret of one drawing, which gives a person the same ones each time: a form that is sent twice
    draws nothing anew, and its cards can be shown again without being kept anywhere.
    """
    drawing = hmac.digest(by or secrets.token_bytes(32), str(person_id).encode(), "sha256")
    return SETS[int.from_bytes(drawing) % len(SETS)]


def are_pictures(pictures: Collection[str]) -> bool:
    """Whether these are as many different ones of the sixteen as a card has, of today or of before."""
    count = len(pictures)
    return count in {CHOSEN, CHOSEN_BEFORE} and count == len(set(pictures)) and set(pictures) <= set(PICTURES)


def hash_pictures(pictures: Collection[str]) -> str:
    """Hash a pupil's pictures, or words, for keeping."""
    return PUPILS.hash(_plain(pictures))


def fit_pictures(kept: str, pictures: Collection[str]) -> bool:
    """Whether these pictures or words are the pupil's, in any order."""
    return _fits(PUPILS, kept, _plain(pictures))


def fits_pupils(kept: str, secret: str) -> bool:
    """Whether a secret of the cheaper setting is this one."""
    return _fits(PUPILS, kept, secret)


def _plain(pictures: Collection[str]) -> str:
    return " ".join(sorted(pictures))


def _fits(hasher: PasswordHasher, kept: str, secret: str) -> bool:
    try:
        return hasher.verify(kept, secret)
    except (VerificationError, InvalidHashError):
        return False
