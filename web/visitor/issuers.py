"""Who signed a badge, for anybody who checks one: a board's name and the public half of its keys, and of nobody anything."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from flask import Response

from course.errors import NotFound
from course.learning.badge import CONTEXTS
from course.people.keys.keeping import issuer as issuer_of
from web.display.awarding import awarding
from web.http.doors import ANYBODY, door
from web.http.identity import the_store
from web.visitor.routes import area

if TYPE_CHECKING:
    from collections.abc import Mapping

    from course.learning.badge import Awarding

HOUR = 3600
"""Seconds for which who checks a badge may keep what a board says of itself."""


@area.get("/issuers/<int:board_id>")
@door(ANYBODY)
def issuer(board_id: int) -> Response:
    """Say who signs the badges of a board."""
    found, by = issuer_of(the_store(), board_id), _awarding(board_id)
    profile = {"id": by.issuer_at, "type": ["Profile"], "name": found.name, "url": by.site}
    return _open({"@context": list(CONTEXTS), **profile})


@area.get("/issuers/<int:board_id>/keys")
@door(ANYBODY)
def issuer_keys(board_id: int) -> Response:
    """Give every public key by which a board signed, as a set (JWKS)."""
    found, by = issuer_of(the_store(), board_id), _awarding(board_id)
    return _open({"keys": [_named(one, by, name) for name, one in found.keys.items()]})


@area.get("/issuers/<int:board_id>/keys/<key>")
@door(ANYBODY)
def issuer_key(board_id: int, key: str) -> Response:
    """Give one of these keys (JWK), at the address that stands in a badge."""
    found = issuer_of(the_store(), board_id).keys.get(key)
    if found is None:
        raise NotFound("page", "")
    return _open(_named(found, _awarding(board_id), key))


def _awarding(board_id: int) -> Awarding:
    by = awarding(board_id)
    if by is None:
        raise NotFound("page", "")
    return by


def _named(key: Mapping[str, object], by: Awarding, name: str) -> Mapping[str, object]:
    """Call a key by the address that stands in a badge, for so a checker looks for it in the set."""
    return {**key, "kid": f"{by.keys_at}/{name}"}


def _open(said: Mapping[str, object]) -> Response:
    """Answer in JSON that any program may read from any page, and keep for a while."""
    answer = Response(json.dumps(said, ensure_ascii=False), mimetype="application/json")
    answer.headers["Cache-Control"] = f"public, max-age={HOUR}"
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer
