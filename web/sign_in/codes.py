"""Class codes at the door: what stands behind one, what a wrong one costs, and who need not be counted.

Every page with a code in its address or its form counts the wrong ones together, so that none of them can be used to search.
A browser that a code let in, by hand or by the QR code on the board, is not counted at this code any more: a class that has
found its way stays in when somebody else at its address uses the tries up.
"""

from __future__ import annotations

import hmac
from typing import TYPE_CHECKING

from flask import g, request, session

from course.classroom.class_sessions import class_door, plain_code
from course.errors import NotFound
from web.http.class_links import link_key
from web.http.identity import now, the_store
from web.http.limits import BROWSER_CODE_TRIES, CODE_TRIES, Tries, browser, was_no_code

if TYPE_CHECKING:
    from course.classroom.class_sessions import ClassDoor, Tile


def is_known() -> bool:
    """Whether this browser was let in by this code before, or comes by the QR code."""
    code = plain_code((request.view_args or {}).get("code") or request.form.get("code", ""))
    key = request.args.get("key", "").encode()
    return session.get("door") == code or hmac.compare_digest(key, link_key(code).encode())


in_browser = Tries(
    BROWSER_CODE_TRIES, scope="codes", key_func=browser, exempt_when=is_known, deduct_when=was_no_code
)
at_address = Tries(CODE_TRIES, scope="codes", exempt_when=is_known, deduct_when=was_no_code)


def door_of(code: str) -> ClassDoor:
    """Read the names behind a code, and let this browser in; a wrong one is counted."""
    door = _door(code)
    _let_in(code)
    return door


def tile_of(code: str, person_id: int) -> Tile:
    """Read one pupil behind a code; a pupil who is not there is told and counted as a wrong code is."""
    for tile in _door(code).tiles:
        if tile.person_id == person_id:
            _let_in(code)
            return tile
    raise _wrong(code)


def _door(code: str) -> ClassDoor:
    try:
        return class_door(the_store(), code, now())
    except NotFound:
        raise _wrong(code) from None


def _let_in(code: str) -> None:
    """Remember the code in the cookie; said once, for every change sends the cookie again."""
    if session.get("door") != plain_code(code):
        session["door"] = plain_code(code)


def _wrong(code: str) -> NotFound:
    g.wrong_code = True
    return NotFound("class code", code)
