"""Passwords, pictures and tokens: how they are made, kept and checked."""

from __future__ import annotations

import functools
import secrets
from typing import TYPE_CHECKING

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

if TYPE_CHECKING:
    from collections.abc import Collection

PICTURES = (
    "kat", "boom", "fiets", "zon", "boot", "ster", "vis", "huis", "appel", "raket", "drum", "paraplu",
)  # fmt: skip
"""What a pupil chooses three of; the order of choosing doesn't matter, so a young child can't get it
wrong."""

CHOSEN = 3

READABLE = "abcdefghjkmnpqrstuvwxyz23456789"
"""No two that look alike: a drawn password is read from a screen or told by telephone."""

STAFF = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
"""OWASP's setting for servers of little memory (19 MiB, about 25 ms): a few at once stay within a small
machine."""

PUPILS = PasswordHasher(time_cost=1, memory_cost=8_192, parallelism=1)
"""About 5 ms and 8 MiB, so that 28 children who start together on two cores wait a tenth of a second, not a
whole one. Costlier would protect nothing: three out of twelve are 220 secrets, tried through in no time at
any setting. What keeps a classmate out is the class code, the rate limits and the teacher in the room; the
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


def draw_pictures() -> tuple[str, ...]:
    """Draw three pictures by chance, in the order in which the twelve are shown."""
    drawn = secrets.SystemRandom().sample(PICTURES, CHOSEN)
    return tuple(sorted(drawn, key=PICTURES.index))


def are_pictures(pictures: Collection[str]) -> bool:
    """Whether these are three different ones of the twelve."""
    return len(pictures) == CHOSEN == len(set(pictures)) and set(pictures) <= set(PICTURES)


def hash_pictures(pictures: Collection[str]) -> str:
    """Hash a pupil's three pictures for keeping."""
    return PUPILS.hash(_plain(pictures))


def fit_pictures(kept: str, pictures: Collection[str]) -> bool:
    """Whether these are the pupil's three, in any order."""
    return _fits(PUPILS, kept, _plain(pictures))


def _plain(pictures: Collection[str]) -> str:
    return " ".join(sorted(pictures))


def _fits(hasher: PasswordHasher, kept: str, secret: str) -> bool:
    try:
        return hasher.verify(kept, secret)
    except (VerificationError, InvalidHashError):
        return False
