"""Class codes at the door: what stands behind one, what a wrong one costs, and who need not be counted.

Every page with a code in its address or its form counts the wrong ones together, so that none of them can be used to search.
A browser that a code let in, by hand or by the QR code on the board, is not counted at this code any more: a class that has
found its way stays in when somebody else at its address goes on trying.
"""

from __future__ import annotations

import hmac
from datetime import timedelta
from typing import TYPE_CHECKING

from flask import request, session

from course.classroom.class_sessions import class_door, plain_code
from course.errors import NotFound
from course.people.rate_limits import Pace, Try, count_wrong, give_back, reserve
from web.http.class_links import link_key
from web.http.identity import now, the_store
from web.http.limits import address, browser, device

if TYPE_CHECKING:
    from collections.abc import Sequence

    from course.classroom.class_sessions import ClassDoor, Tile

CODES = "codes"
"""What tries at class codes are told as."""
BROWSER = Pace(20, timedelta(seconds=5), timedelta(minutes=5), timedelta(minutes=30))
"""Wrong codes from one browser, as long as it keeps its cookie: a child who goes on and on waits alone."""
ADDRESS = Pace(300, timedelta(seconds=1), timedelta(seconds=3), timedelta(minutes=15))
"""Wrong codes from one address. A school has one, so beyond these a code waits for three seconds at most.

A code is one of 113 million, and 1,200 may be tried in an hour. While fifty lessons are open on the board, a search from
one address takes 1,900 hours of lessons to come upon the first names of one of them.
"""
CAME_IN = Pace(40, timedelta(seconds=5), timedelta(minutes=5), timedelta(minutes=30))
"""Wrong codes on devices on which the same person came in before: counted apart from everybody else's."""


def is_known() -> bool:
    """Whether this browser was let in by this code before, or comes by the QR code."""
    code = plain_code((request.view_args or {}).get("code") or request.form.get("code", ""))
    key = request.args.get("key", "").encode()
    return session.get("door") == code or hmac.compare_digest(key, link_key(code).encode())


def door_of(code: str) -> ClassDoor:
    """Read the names behind a code, and let this browser in; a wrong one is counted. Raises TooSoon after many."""
    return _door(code, None)


def tile_of(code: str, person_id: int) -> Tile:
    """Read one pupil behind a code; a pupil who is not there is told and counted as a wrong code is."""
    return next(tile for tile in _door(code, person_id).tiles if tile.person_id == person_id)


def _door(code: str, person_id: int | None) -> ClassDoor:
    """Read what stands behind a code, with this pupil among it."""
    reserved = () if is_known() else reserve(the_store(), CODES, _tries(), now())
    door = _behind(code, person_id)
    if reserved:
        with the_store().write() as conn:
            (count_wrong if door is None else give_back)(conn, reserved, now())
    if door is None:
        raise NotFound("class code", code)
    if session.get("door") != plain_code(code):  # said once, for every change sends the cookie again
        session["door"] = plain_code(code)
    return door


def _behind(code: str, person_id: int | None) -> ClassDoor | None:
    try:
        door = class_door(the_store(), code, now())
    except NotFound:
        return None
    is_there = person_id is None or any(tile.person_id == person_id for tile in door.tiles)
    return door if is_there else None


def _tries() -> Sequence[Try]:
    """Say what a code counts for: with somebody's mark for that somebody, whatever the rest of the school tries."""
    if marks := device().marks:
        return (Try(f"codes-mark:{min(marks)}", CAME_IN),)
    return (Try(f"codes-browser:{browser()}", BROWSER), Try(f"codes-address:{address()}", ADDRESS))
