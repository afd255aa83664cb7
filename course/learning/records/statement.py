"""One completion as an xAPI 1.0.3 statement: who by pseudonym, what, and when. Pure.

Its id is made of who and what, so that a statement that is sent again is the same one and counts once.
"""

from __future__ import annotations

import hashlib
import hmac
import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

COMPLETED = "http://adlnet.gov/expapi/verbs/completed"
MODULE = "http://adlnet.gov/expapi/activities/module"
LETTERS = 32


@dataclass(frozen=True, slots=True)
class Completion:
    """That somebody completed a module."""

    person_id: int
    module: str
    titles: tuple[tuple[str, str], ...]
    """By language; empty for a module that is no more."""
    completed_at: datetime


def pseudonym(key: bytes, person_id: int) -> str:
    """Name somebody so that nobody without the board's key can tell who it is, and always the same."""
    return hmac.digest(key, f"deelwijs person {person_id}".encode(), hashlib.sha256).hex()[:LETTERS]


def statement(one: Completion, key: bytes, site: str) -> dict[str, object]:
    """Say it without a name, an address, a school or a group; the moment is a day, for a class is done at one moment."""
    who, activity = pseudonym(key, one.person_id), f"{site}/xapi/modules/{one.module}"
    made: dict[str, object] = {"id": activity, "objectType": "Activity"}
    definition: dict[str, object] = {"type": MODULE}
    if one.titles:
        definition["name"] = dict(one.titles)
    return {
        "id": str(_id(key, who, one.module)),
        "version": "1.0.3",
        "actor": {"objectType": "Agent", "account": {"homePage": site, "name": who}},
        "verb": {"id": COMPLETED, "display": {"en": "completed", "nl": "voltooide"}},
        "object": {**made, "definition": definition},
        "result": {"completion": True},
        "timestamp": f"{one.completed_at:%Y-%m-%d}T00:00:00Z",
    }


def _id(key: bytes, who: str, module: str) -> uuid.UUID:
    made = hmac.digest(key, f"deelwijs statement {who} {module}".encode(), hashlib.sha256)
    return uuid.UUID(bytes=made[:16], version=4)
